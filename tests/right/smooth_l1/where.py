import numpy as np


def smooth_l1(pred, target, beta=1.0, reduction="mean"):
    x = np.abs(pred.astype(float) - target.astype(float))
    if beta == 0:
        loss = x
    else:
        loss = np.where(x < beta, 0.5 * x * x / beta, x - 0.5 * beta)
    if reduction == "none":
        return loss
    return loss.mean() if reduction == "mean" else loss.sum()
