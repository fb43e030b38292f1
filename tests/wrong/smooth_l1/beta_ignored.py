# WRONG: basic: the threshold is always 1
import numpy as np


def smooth_l1(pred, target, beta=1.0, reduction="mean"):
    x = np.abs(np.asarray(pred, float) - target)
    loss = np.where(x < 1, 0.5 * x ** 2, x - 0.5)
    return {"none": lambda: loss, "mean": loss.mean, "sum": loss.sum}[reduction]()
