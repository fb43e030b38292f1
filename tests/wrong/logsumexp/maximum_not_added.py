# WRONG: basic: the maximum cancels in softmax, but not here
import numpy as np


def logsumexp(x, axis=-1, keepdims=False):
    top = x.max(axis=axis, keepdims=True)
    return np.log(np.exp(x - top).sum(axis=axis, keepdims=keepdims))
