# WRONG: stability: clips at 1e-7, whatever eps says
import numpy as np


def cross_entropy(y_true, y_pred, eps=1e-12):
    p = np.maximum(y_pred, 1e-7)
    return -np.mean(np.sum(y_true * np.log(p), axis=-1))
