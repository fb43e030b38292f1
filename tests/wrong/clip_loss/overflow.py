# WRONG: stability: exponentials of similarities over a low temperature overflow
import numpy as np


def unit(x):
    return x / np.linalg.norm(x, axis=1, keepdims=True)


def log_softmax(x):
    z = x - x.max(axis=1, keepdims=True)
    return z - np.log(np.exp(z).sum(axis=1, keepdims=True))


def clip_loss(image_features, text_features, temperature=0.07):
    e = np.exp(unit(image_features) @ unit(text_features).T / temperature)
    d = np.diag(e)
    return -(np.log(d / e.sum(axis=1)) + np.log(d / e.sum(axis=0))).mean() / 2
