# WRONG: basic: 1 + a instead of 1 + a squared
import numpy as np


def he_normal(shape, rng, a=0.0, mode="fan_in"):
    kernel = int(np.prod(shape[2:]))
    fan = kernel * (shape[1] if mode == 'fan_in' else shape[0])
    return rng.normal(0, np.sqrt(2 / ((1 + a) * fan)), shape)
