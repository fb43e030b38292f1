# WRONG: aliasing: multiplies the argument itself
import numpy as np


def mish(x):
    if not np.issubdtype(x.dtype, np.floating):
        x = x.astype(float)
    x *= np.tanh(np.logaddexp(0, x))
    return x
