# WRONG: aliasing: works on the caller's scores
import numpy as np


def multiclass_hinge_loss(scores, labels, margin=1.0):
    n = len(labels)
    if scores.dtype.kind != "f":
        scores = scores.astype(float)
    scores -= scores[np.arange(n), labels][:, None] - margin
    scores[np.arange(n), labels] = 0
    np.maximum(scores, 0, out=scores)
    slopes = (scores > 0).astype(float)
    slopes[np.arange(n), labels] = -slopes.sum(axis=1)
    return scores.sum() / n, slopes / n
