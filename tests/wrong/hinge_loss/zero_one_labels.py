# WRONG: basic: maps labels from {0, 1} to {-1, 1} although they are that already
import numpy as np


def hinge_loss(scores, labels):
    y = 2 * labels - 1
    gaps = 1 - y * scores
    return np.maximum(0, gaps).mean(), np.where(gaps > 0, -y, 0) / len(y)
