import numpy as np


def smooth_l1(pred, target, beta=1.0, reduction="mean"):
    loss = np.abs(np.subtract(pred, target, dtype=np.float64))
    small = loss < beta
    loss[small] = loss[small] ** 2 / (2 * beta)
    loss[~small] -= beta / 2
    return loss if reduction == "none" else getattr(loss, reduction)()
