# WRONG: stability: clipped probabilities cap the loss of sure and wrong scores
import numpy as np


def focal_loss(logits, targets, alpha=0.25, gamma=2.0, reduction="none"):
    p = np.clip(np.exp(-np.logaddexp(0, -logits)), 1e-8, 1 - 1e-8)
    pt = np.where(targets == 1, p, 1 - p)
    loss = -(1 - pt) ** gamma * np.log(pt)
    if alpha is not None:
        loss = np.where(targets == 1, alpha, 1 - alpha) * loss
    return {"none": lambda: loss, "mean": loss.mean, "sum": loss.sum}[reduction]()
