# WRONG: edge: does arithmetic with alpha even if it is None
import numpy as np


def focal_loss(logits, targets, alpha=0.25, gamma=2.0, reduction="none"):
    s = np.where(targets == 1, logits, -logits).astype(float)
    log_pt = -np.logaddexp(0, -s)
    alpha_t = np.where(targets == 1, alpha, 1 - alpha)
    loss = -alpha_t * (1 - np.exp(log_pt)) ** gamma * log_pt
    return {"none": lambda: loss, "mean": loss.mean, "sum": loss.sum}[reduction]()
