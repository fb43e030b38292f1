# WRONG: basic: one Dice for the whole batch
import numpy as np


def dice_loss(probs, targets, smooth=1.0):
    inter = np.sum(probs * targets)
    return 1 - (2 * inter + smooth) / (probs.sum() + targets.sum() + smooth)
