# WRONG: shape: takes every kernel for k by k
import numpy as np


def xavier_uniform(shape, rng, gain=1.0):
    kernel = shape[2] ** 2 if len(shape) > 2 else 1
    r = gain * np.sqrt(6 / ((shape[0] + shape[1]) * kernel))
    return rng.uniform(-r, r, size=shape)
