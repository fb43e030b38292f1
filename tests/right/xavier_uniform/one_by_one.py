import math

import numpy as np


def xavier_uniform(shape, rng, gain=1.0):
    kernel = 1
    for side in shape[2:]:
        kernel *= side
    limit = gain * math.sqrt(6.0) / math.sqrt(shape[0] * kernel + shape[1] * kernel)
    w = np.zeros(shape)
    for place in np.ndindex(*shape):
        w[place] = rng.uniform(-limit, limit)
    return w
