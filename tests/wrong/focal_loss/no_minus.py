# WRONG: basic: no minus sign, and no term for the negatives (one of the notes)
import numpy as np


def focal_loss(logits, targets, alpha=0.25, gamma=2.0, reduction="none"):
    p = 1 / (1 + np.exp(-logits))
    a = 1.0 if alpha is None else alpha
    loss = a * (1 - p) ** gamma * targets * np.log(p)
    return {"none": lambda: loss, "mean": loss.mean, "sum": loss.sum}[reduction]()
