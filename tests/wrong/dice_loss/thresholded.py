# WRONG: basic: counts pixels above 0.5, which has no gradient either
import numpy as np


def dice_loss(probs, targets, smooth=1.0):
    axes = tuple(range(2, probs.ndim))
    hard = (probs > 0.5).astype(float)
    inter = (hard * targets).sum(axis=axes)
    return np.mean(1 - (2 * inter + smooth) / (hard.sum(axis=axes) + targets.sum(axis=axes) + smooth))
