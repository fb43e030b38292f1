# WRONG: edge: leaves masks without target out of the mean
import numpy as np


def dice_loss(probs, targets, smooth=1.0):
    losses = []
    for p, g in zip(probs.reshape(-1, probs[0, 0].size), targets.reshape(-1, probs[0, 0].size)):
        if g.any():
            losses.append(1 - (2 * (p * g).sum() + smooth) / (p.sum() + g.sum() + smooth))
    return np.mean(losses) if losses else 0.0
