# WRONG: basic: the weight multiplies the negatives as well
import numpy as np


def bce_with_logits(logits, targets, pos_weight=1.0, reduction="mean"):
    loss = np.maximum(logits, 0) - logits * targets + np.log1p(np.exp(-np.abs(logits)))
    loss = pos_weight * loss
    if reduction == "mean":
        return loss.mean()
    return loss.sum() if reduction == "sum" else loss
