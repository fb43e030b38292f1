# WRONG: basic: without smooth in the numerator
import numpy as np


def dice_loss(probs, targets, smooth=1.0):
    axes = tuple(range(2, probs.ndim))
    inter = (probs * targets).sum(axis=axes)
    total = probs.sum(axis=axes) + targets.sum(axis=axes)
    return np.mean(1 - 2 * inter / (total + smooth))
