# WRONG: basic: the true class takes part and adds the margin to every row
import numpy as np


def multiclass_hinge_loss(scores, labels, margin=1.0):
    n = len(labels)
    right = scores[np.arange(n), labels][:, None]
    gaps = np.maximum(0, scores - right + margin)
    slopes = (gaps > 0).astype(float)
    slopes[np.arange(n), labels] -= slopes.sum(axis=1)
    return gaps.sum() / n, slopes / n
