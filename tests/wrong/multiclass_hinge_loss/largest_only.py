# WRONG: basic: only the best wrong class counts (Crammer-Singer)
import numpy as np


def multiclass_hinge_loss(scores, labels, margin=1.0):
    n = len(labels)
    others = scores.astype(float)
    others[np.arange(n), labels] = -np.inf
    rival = others.argmax(axis=1)
    gaps = others[np.arange(n), rival] - scores[np.arange(n), labels] + margin
    slopes = np.zeros(scores.shape)
    slopes[np.arange(n), rival] = gaps > 0
    slopes[np.arange(n), labels] = -(gaps > 0).astype(float)
    return np.maximum(gaps, 0).mean(), slopes / n
