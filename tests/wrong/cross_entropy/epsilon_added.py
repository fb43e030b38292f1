# WRONG: edge: eps inside the logarithm makes the loss of a perfect prediction negative
import numpy as np


def cross_entropy(y_true, y_pred, eps=1e-12):
    return -np.mean(np.sum(y_true * np.log(y_pred + eps), axis=1))
