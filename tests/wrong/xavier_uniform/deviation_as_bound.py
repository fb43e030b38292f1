# WRONG: basic: the standard deviation is taken for the bound
import numpy as np


def xavier_uniform(shape, rng, gain=1.0):
    kernel = int(np.prod(shape[2:]))
    fan_in, fan_out = shape[1] * kernel, shape[0] * kernel
    std = gain * np.sqrt(2 / (fan_in + fan_out))
    return rng.uniform(-std, std, size=shape)
