# WRONG: aliasing: subtracts the target from the caller's predictions
import numpy as np


def smooth_l1(pred, target, beta=1.0, reduction="mean"):
    if pred.dtype.kind != "f":
        pred = pred.astype(float)
    pred -= target
    x = np.abs(pred)
    loss = x if beta == 0 else np.where(x < beta, 0.5 * x ** 2 / beta, x - 0.5 * beta)
    return {"none": lambda: loss, "mean": loss.mean, "sum": loss.sum}[reduction]()
