# WRONG: basic: the slope of the true class is -1, however many classes violate the margin
import numpy as np


def multiclass_hinge_loss(scores, labels, margin=1.0):
    n = len(labels)
    gaps = np.maximum(0, scores - scores[np.arange(n), labels][:, None] + margin)
    gaps[np.arange(n), labels] = 0
    slopes = (gaps > 0).astype(float)
    slopes[np.arange(n), labels] = -(gaps > 0).any(axis=1).astype(float)
    return gaps.sum() / n, slopes / n
