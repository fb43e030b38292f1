# WRONG: dtype: gaps are put into an array like integer scores, where half a margin is lost
import numpy as np


def multiclass_hinge_loss(scores, labels, margin=1.0):
    n, c = scores.shape
    gaps, slopes = np.zeros_like(scores), np.zeros((n, c))
    for i in range(n):
        gaps[i] = np.maximum(0, scores[i] - scores[i, labels[i]] + margin)
        gaps[i, labels[i]] = 0
        slopes[i] = gaps[i] > 0
        slopes[i, labels[i]] = -slopes[i].sum()
    return gaps.sum() / n, slopes / n
