# WRONG: dtype: the slopes of integer scores are cut to 0
import numpy as np


def hinge_loss(scores, labels):
    n = len(labels)
    gaps = 1 - labels * scores
    slopes = np.zeros_like(scores)
    inside = gaps > 0
    slopes[inside] = -labels[inside] / n
    return np.maximum(0, gaps).mean(), slopes
