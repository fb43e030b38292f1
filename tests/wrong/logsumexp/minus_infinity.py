# WRONG: edge: -inf - (-inf) is NaN where a row holds nothing else
import numpy as np


def logsumexp(x, axis=-1, keepdims=False):
    top = x.max(axis=axis, keepdims=True)
    out = top + np.log(np.exp(x - top).sum(axis=axis, keepdims=True))
    return out if keepdims else out.squeeze(axis)
