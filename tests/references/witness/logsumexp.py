"""SciPy: scipy.special.logsumexp, in float64."""

import numpy as np
from scipy.special import logsumexp


def witness(x, axis=-1, keepdims=False):
    wide = np.asarray(x, dtype=np.float64)
    if wide.size == 0:
        return wide.max(axis=axis, keepdims=keepdims)
    return logsumexp(wide, axis=axis, keepdims=keepdims)
