import math

import numpy as np


def one(v):
    if v >= 0:
        return 1 / (1 + math.exp(-v))
    return math.exp(v) / (1 + math.exp(v))


def sigmoid(x):
    return np.array([one(float(v)) for v in x.ravel()]).reshape(x.shape)
