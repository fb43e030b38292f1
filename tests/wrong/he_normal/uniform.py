# WRONG: basic: a uniform distribution, as the notes say
import numpy as np


def he_normal(shape, rng, a=0.0, mode="fan_in"):
    kernel = int(np.prod(shape[2:]))
    fan = kernel * (shape[1] if mode == 'fan_in' else shape[0])
    r = np.sqrt(6 / ((1 + a**2) * fan))
    return rng.uniform(-r, r, shape)
