# WRONG: shape: takes the last two axes for the pixels
import numpy as np


def dice_loss(probs, targets, smooth=1.0):
    inter = (probs * targets).sum(axis=(-2, -1))
    total = probs.sum(axis=(-2, -1)) + targets.sum(axis=(-2, -1))
    return np.mean(1 - (2 * inter + smooth) / (total + smooth))
