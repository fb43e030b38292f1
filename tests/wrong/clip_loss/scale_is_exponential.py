# WRONG: basic: takes the temperature for CLIP's parameter t, the logarithm of the scale
import numpy as np


def unit(x):
    return x / np.linalg.norm(x, axis=1, keepdims=True)


def log_softmax(x):
    z = x - x.max(axis=1, keepdims=True)
    return z - np.log(np.exp(z).sum(axis=1, keepdims=True))


def clip_loss(image_features, text_features, temperature=0.07):
    logits = unit(image_features) @ unit(text_features).T * np.exp(temperature)
    return -(np.diag(log_softmax(logits)) + np.diag(log_softmax(logits.T))).mean() / 2
