import numpy as np


def bce_with_logits(logits, targets, pos_weight=1.0, reduction="mean"):
    positive = np.logaddexp(0, -logits)
    negative = np.logaddexp(0, logits)
    loss = pos_weight * targets * positive + (1 - targets) * negative
    return {"none": lambda: loss, "mean": loss.mean, "sum": loss.sum}[reduction]()
