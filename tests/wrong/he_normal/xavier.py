# WRONG: basic: that is the variance of Xavier
import numpy as np


def he_normal(shape, rng, a=0.0, mode="fan_in"):
    fans = (shape[0] + shape[1]) * int(np.prod(shape[2:]))
    return rng.normal(0, np.sqrt(2 / fans), shape)
