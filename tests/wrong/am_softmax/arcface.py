# WRONG: basic: the margin on the angle, as in ArcFace
import numpy as np


def unit(x):
    return x / np.linalg.norm(x, axis=1, keepdims=True)


def log_softmax(x):
    z = x - x.max(axis=1, keepdims=True)
    return z - np.log(np.exp(z).sum(axis=1, keepdims=True))


def am_softmax(features, weights, labels, scale=30.0, margin=0.35):
    rows = np.arange(len(labels))
    cosines = unit(features) @ unit(weights).T
    angles = np.arccos(np.clip(cosines[rows, labels], -1, 1))
    cosines[rows, labels] = np.cos(angles + margin)
    return -log_softmax(scale * cosines)[rows, labels].mean()
