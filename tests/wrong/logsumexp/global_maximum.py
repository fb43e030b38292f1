# WRONG: stability: low rows underflow against the maximum of the whole array
import numpy as np


def logsumexp(x, axis=-1, keepdims=False):
    top = np.max(x) if x.size else 0.0
    return top + np.log(np.exp(x - top).sum(axis=axis, keepdims=keepdims))
