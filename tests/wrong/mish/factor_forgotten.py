# WRONG: basic: the gate alone
import numpy as np


def mish(x):
    return np.tanh(np.log1p(np.exp(x)))
