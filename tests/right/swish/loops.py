import math

import numpy as np


def one(v, beta):
    z = beta * v
    return v / (1 + math.exp(-z)) if z > 0 else v * math.exp(z) / (1 + math.exp(z))


def swish(x, beta=1.0):
    return np.array([one(v, beta) for v in x.ravel().tolist()]).reshape(x.shape)
