# WRONG: edge: >= gives a class exactly at the margin a slope
import numpy as np


def multiclass_hinge_loss(scores, labels, margin=1.0):
    n = len(labels)
    gaps = scores - scores[np.arange(n), labels][:, None] + margin
    violated = gaps >= 0
    violated[np.arange(n), labels] = False
    slopes = violated.astype(float)
    slopes[np.arange(n), labels] = -violated.sum(axis=1)
    return np.where(violated, gaps, 0).sum() / n, slopes / n
