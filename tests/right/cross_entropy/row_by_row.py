import numpy as np


def cross_entropy(y_true, y_pred, eps=1e-12):
    """Per sample a dot product of targets and information."""
    losses = []
    for y, p in zip(y_true, y_pred):
        there = y != 0
        losses.append(np.dot(y[there], np.log(1 / np.maximum(p[there], eps))))
    return np.array(losses).mean()
