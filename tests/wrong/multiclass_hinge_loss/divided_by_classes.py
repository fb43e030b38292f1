# WRONG: basic: divides by the number of classes, as PyTorch's MultiMarginLoss does
import numpy as np


def multiclass_hinge_loss(scores, labels, margin=1.0):
    n, c = scores.shape
    gaps = np.maximum(0, scores - scores[np.arange(n), labels][:, None] + margin)
    gaps[np.arange(n), labels] = 0
    slopes = (gaps > 0).astype(float)
    slopes[np.arange(n), labels] = -slopes.sum(axis=1)
    return gaps.mean(), slopes / (n * c)
