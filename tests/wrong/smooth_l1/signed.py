# WRONG: basic: compares the residual itself with beta, not its magnitude
import numpy as np


def smooth_l1(pred, target, beta=1.0, reduction="mean"):
    x = np.asarray(pred, float) - target
    loss = np.where(x < beta, 0.5 * x ** 2 / beta, x - 0.5 * beta)
    return {"none": lambda: loss, "mean": loss.mean, "sum": loss.sum}[reduction]()
