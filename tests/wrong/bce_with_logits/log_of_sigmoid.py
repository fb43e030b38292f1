# WRONG: stability: log of a sigmoid that is exactly 0 or 1
import numpy as np


def bce_with_logits(logits, targets, pos_weight=1.0, reduction="mean"):
    p = 1 / (1 + np.exp(-logits))
    loss = -(pos_weight * targets * np.log(p) + (1 - targets) * np.log(1 - p))
    if reduction == "mean":
        return loss.mean()
    return loss.sum() if reduction == "sum" else loss
