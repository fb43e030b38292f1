# WRONG: basic: every class is treated as a binary problem of its own
import numpy as np


def cross_entropy(y_true, y_pred, eps=1e-12):
    p = np.clip(y_pred, eps, 1 - eps)
    losses = y_true * np.log(p) + (1 - y_true) * np.log(1 - p)
    return -losses.sum(axis=1).mean()
