import math

import numpy as np


def softplus(v):
    return v + math.log1p(math.exp(-v)) if v > 0 else math.log1p(math.exp(v))


def mish(x):
    flat = [v * math.tanh(softplus(v)) for v in x.ravel().tolist()]
    return np.array(flat).reshape(x.shape)
