# WRONG: basic: passes the variance where NumPy wants the deviation
import numpy as np


def he_normal(shape, rng, a=0.0, mode="fan_in"):
    kernel = int(np.prod(shape[2:]))
    fan = kernel * (shape[1] if mode == 'fan_in' else shape[0])
    return rng.normal(0, 2 / ((1 + a**2) * fan), shape)
