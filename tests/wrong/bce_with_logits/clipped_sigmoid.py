# WRONG: stability: clipped probabilities cap the loss at -log(1e-12)
import numpy as np


def bce_with_logits(logits, targets, pos_weight=1.0, reduction="mean"):
    p = np.where(logits >= 0, 1 / (1 + np.exp(-np.abs(logits))),
                 np.exp(-np.abs(logits)) / (1 + np.exp(-np.abs(logits))))
    p = np.clip(p, 1e-12, 1 - 1e-12)
    loss = -(pos_weight * targets * np.log(p) + (1 - targets) * np.log1p(-p))
    if reduction == "mean":
        return loss.mean()
    return loss.sum() if reduction == "sum" else loss
