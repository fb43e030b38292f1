# WRONG: basic: the factor is (1 - p) ** gamma for negatives, too
import numpy as np


def focal_loss(logits, targets, alpha=0.25, gamma=2.0, reduction="none"):
    bce = np.maximum(logits, 0) - logits * targets + np.log1p(np.exp(-np.abs(logits)))
    p = np.exp(-np.logaddexp(0, -logits))
    loss = (1 - p) ** gamma * bce
    if alpha is not None:
        loss = loss * (alpha * targets + (1 - alpha) * (1 - targets))
    return {"none": lambda: loss, "mean": loss.mean, "sum": loss.sum}[reduction]()
