"""SciPy: scipy.special.log_softmax, in float64; it has no answer for no rows."""

import numpy as np
from scipy.special import log_softmax


def witness(x, axis=-1):
    wide = np.asarray(x, dtype=np.float64)
    return log_softmax(wide, axis=axis) if wide.size else wide
