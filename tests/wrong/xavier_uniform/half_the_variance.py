# WRONG: basic: variance 1 / (n_in + n_out), as the notes say for tanh
import numpy as np


def xavier_uniform(shape, rng, gain=1.0):
    kernel = int(np.prod(shape[2:]))
    fan_in, fan_out = shape[1] * kernel, shape[0] * kernel
    r = gain * np.sqrt(3 / (fan_in + fan_out))
    return rng.uniform(-r, r, size=shape)
