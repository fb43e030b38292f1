# WRONG: basic: np.mean divides by the number of classes, too, and eps is added (the notes' code)
import numpy as np


def cross_entropy(y_true, y_pred, eps=1e-12):
    epsilon = 1e-5
    loss = -np.mean(y_true*np.log(y_pred+epsilon))
    return loss
