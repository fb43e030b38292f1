# WRONG: basic: the mean is divided by the sum of the weights
import numpy as np


def bce_with_logits(logits, targets, pos_weight=1.0, reduction="mean"):
    loss = np.maximum(logits, 0) - logits * targets + np.log1p(np.exp(-np.abs(logits)))
    weight = np.where(targets == 1, pos_weight, 1.0)
    if reduction == "mean":
        return (weight * loss).sum() / weight.sum()
    return (weight * loss).sum() if reduction == "sum" else weight * loss
