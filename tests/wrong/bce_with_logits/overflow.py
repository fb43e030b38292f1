# WRONG: stability: log(1 + exp(z)) overflows for large scores
import numpy as np


def bce_with_logits(logits, targets, pos_weight=1.0, reduction="mean"):
    positive = np.log(1 + np.exp(-logits))
    negative = np.log(1 + np.exp(logits))
    loss = pos_weight * targets * positive + (1 - targets) * negative
    if reduction == "mean":
        return loss.mean()
    return loss.sum() if reduction == "sum" else loss
