# WRONG: basic: the approximation, whatever is asked for
import numpy as np


def gelu(x, approximate="none"):
    return 0.5 * x * (1 + np.tanh(np.sqrt(2 / np.pi) * (x + 0.044715 * x**3)))
