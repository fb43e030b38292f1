# WRONG: edge: takes the class with the largest target for the only one
import numpy as np


def cross_entropy(y_true, y_pred, eps=1e-12):
    labels = y_true.argmax(axis=1)
    p = np.clip(y_pred[np.arange(len(labels)), labels], eps, 1.0)
    return -np.log(p).mean()
