# WRONG: basic: reads the shape as (inputs, outputs)
import numpy as np


def he_normal(shape, rng, a=0.0, mode="fan_in"):
    kernel = int(np.prod(shape[2:]))
    fan = kernel * (shape[0] if mode == 'fan_in' else shape[1])
    return rng.normal(0, np.sqrt(2 / ((1 + a**2) * fan)), shape)
