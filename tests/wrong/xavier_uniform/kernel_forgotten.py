# WRONG: basic: right for dense layers; the fans of a convolution lack the kernel
import numpy as np


def xavier_uniform(shape, rng, gain=1.0):
    r = gain * np.sqrt(6 / (shape[0] + shape[1]))
    return rng.uniform(-r, r, size=shape)
