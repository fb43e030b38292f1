# WRONG: edge: a target that is not 1 counts as 0
import numpy as np


def bce_with_logits(logits, targets, pos_weight=1.0, reduction="mean"):
    softplus = lambda x: np.logaddexp(0, x)
    loss = np.where(targets == 1, pos_weight * softplus(-logits), softplus(logits))
    if reduction == "mean":
        return loss.mean()
    return loss.sum() if reduction == "sum" else loss
