import numpy as np


def smooth_l1(pred, target, beta=1.0, reduction="mean"):
    losses = []
    for p, t in zip(pred.ravel().tolist(), target.ravel().tolist()):
        x = abs(p - t)
        losses.append(0.5 * x ** 2 / beta if x < beta else x - 0.5 * beta)
    if reduction == "none":
        return np.array(losses).reshape(pred.shape)
    return sum(losses) / (len(losses) if reduction == "mean" else 1)
