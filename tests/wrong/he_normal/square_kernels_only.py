# WRONG: shape: takes every kernel for k by k
import numpy as np


def he_normal(shape, rng, a=0.0, mode="fan_in"):
    kernel = shape[2] ** 2 if len(shape) > 2 else 1
    fan = kernel * (shape[1] if mode == 'fan_in' else shape[0])
    return rng.normal(0, np.sqrt(2 / ((1 + a**2) * fan)), shape)
