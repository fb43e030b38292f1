# WRONG: basic: the axis stays with length 1, asked for or not
import numpy as np


def logsumexp(x, axis=-1, keepdims=False):
    top = x.max(axis=axis, keepdims=True)
    top = np.where(np.isfinite(top), top, 0)
    return top + np.log(np.exp(x - top).sum(axis=axis, keepdims=True))
