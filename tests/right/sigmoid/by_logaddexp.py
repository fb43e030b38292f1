import numpy as np


def sigmoid(x):
    return np.exp(-np.logaddexp(0, -np.asarray(x, dtype=np.float64)))
