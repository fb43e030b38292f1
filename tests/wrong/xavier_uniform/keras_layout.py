# WRONG: basic: takes the last two axes for inputs and outputs, as Keras does
import numpy as np


def xavier_uniform(shape, rng, gain=1.0):
    kernel = int(np.prod(shape[:-2]))
    r = gain * np.sqrt(6 / ((shape[-1] + shape[-2]) * kernel))
    return rng.uniform(-r, r, size=shape)
