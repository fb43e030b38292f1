# WRONG: aliasing: normalises the features of the caller
import numpy as np


def unit(x):
    return x / np.linalg.norm(x, axis=1, keepdims=True)


def log_softmax(x):
    z = x - x.max(axis=1, keepdims=True)
    return z - np.log(np.exp(z).sum(axis=1, keepdims=True))


def clip_loss(image_features, text_features, temperature=0.07):
    if image_features.dtype.kind != "f":
        image_features = image_features.astype(float)
    image_features /= np.linalg.norm(image_features, axis=1, keepdims=True)
    logits = image_features @ unit(text_features).T / temperature
    return -(np.diag(log_softmax(logits)) + np.diag(log_softmax(logits.T))).mean() / 2
