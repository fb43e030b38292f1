# WRONG: basic: squares in the denominator, as in V-Net
import numpy as np


def dice_loss(probs, targets, smooth=1.0):
    p = probs.reshape(*probs.shape[:2], -1).astype(float)
    g = targets.reshape(*targets.shape[:2], -1).astype(float)
    inter = (p * g).sum(-1)
    return np.mean(1 - (2 * inter + smooth) / ((p ** 2).sum(-1) + (g ** 2).sum(-1) + smooth))
