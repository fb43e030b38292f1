# WRONG: basic: 2 / n_in, which the notes list under Xavier, is He initialisation
import numpy as np


def xavier_uniform(shape, rng, gain=1.0):
    kernel = int(np.prod(shape[2:]))
    fan_in, fan_out = shape[1] * kernel, shape[0] * kernel
    r = gain * np.sqrt(6 / fan_in)
    return rng.uniform(-r, r, size=shape)
