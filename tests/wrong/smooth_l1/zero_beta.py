# WRONG: edge: a formula that divides by beta even if it is 0
import numpy as np


def smooth_l1(pred, target, beta=1.0, reduction="mean"):
    x = np.abs(np.asarray(pred, float) - target)
    near = np.minimum(x, beta)
    loss = near * (x - 0.5 * near) / beta
    return {"none": lambda: loss, "mean": loss.mean, "sum": loss.sum}[reduction]()
