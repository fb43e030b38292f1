# WRONG: basic: the sum instead of the mean
import numpy as np


def hinge_loss(scores, labels):
    gaps = 1 - labels * scores
    return np.maximum(0, gaps).sum(), np.where(gaps > 0, -labels, 0.0)
