# WRONG: aliasing: clips the predictions of the caller
import numpy as np


def cross_entropy(y_true, y_pred, eps=1e-12):
    np.clip(y_pred, eps, 1.0, out=y_pred)
    return -(y_true * np.log(y_pred)).sum(axis=1).mean()
