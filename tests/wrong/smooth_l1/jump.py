# WRONG: basic: plain |x| outside, which jumps at beta
import numpy as np


def smooth_l1(pred, target, beta=1.0, reduction="mean"):
    x = np.abs(np.asarray(pred, float) - target)
    loss = np.where(x < beta, 0.5 * x ** 2 / max(beta, 1e-300), x)
    return {"none": lambda: loss, "mean": loss.mean, "sum": loss.sum}[reduction]()
