# WRONG: basic: Huber loss, beta times as large
import numpy as np


def smooth_l1(pred, target, beta=1.0, reduction="mean"):
    x = np.abs(np.asarray(pred, float) - target)
    loss = np.where(x <= beta, 0.5 * x ** 2, beta * (x - 0.5 * beta)) if beta else x
    return {"none": lambda: loss, "mean": loss.mean, "sum": loss.sum}[reduction]()
