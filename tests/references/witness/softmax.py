"""SciPy: scipy.special.softmax, in float64."""

import numpy as np
from scipy.special import softmax


def witness(x, axis=-1):
    return softmax(np.asarray(x, dtype=np.float64), axis=axis)
