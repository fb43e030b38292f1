# WRONG: edge: `if alpha` takes alpha = 0 for None
import numpy as np


def focal_loss(logits, targets, alpha=0.25, gamma=2.0, reduction="none"):
    s = np.where(targets == 1, logits, -logits).astype(float)
    log_pt = -np.logaddexp(0, -s)
    loss = -(1 - np.exp(log_pt)) ** gamma * log_pt
    if alpha:
        loss = loss * np.where(targets == 1, alpha, 1 - alpha)
    return {"none": lambda: loss, "mean": loss.mean, "sum": loss.sum}[reduction]()
