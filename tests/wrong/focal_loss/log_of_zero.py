# WRONG: stability: both terms for everyone, so a sure score meets 0 * log 0
import numpy as np


def focal_loss(logits, targets, alpha=0.25, gamma=2.0, reduction="none"):
    p = 1 / (1 + np.exp(-logits))
    up, down = (1, 1) if alpha is None else (alpha, 1 - alpha)
    loss = -(up * targets * (1 - p) ** gamma * np.log(p)
             + down * (1 - targets) * p ** gamma * np.log(1 - p))
    return {"none": lambda: loss, "mean": loss.mean, "sum": loss.sum}[reduction]()
