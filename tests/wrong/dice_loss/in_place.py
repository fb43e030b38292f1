# WRONG: aliasing: multiplies the caller's probabilities by the targets
import numpy as np


def dice_loss(probs, targets, smooth=1.0):
    axes = tuple(range(2, probs.ndim))
    total = probs.sum(axis=axes) + targets.sum(axis=axes)
    probs *= targets
    return np.mean(1 - (2 * probs.sum(axis=axes) + smooth) / (total + smooth))
