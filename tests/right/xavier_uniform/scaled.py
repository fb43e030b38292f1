import numpy as np


def xavier_uniform(shape, rng, gain=1.0):
    std = gain * (2.0 / ((shape[0] + shape[1]) * np.prod(shape[2:], dtype=float))) ** 0.5
    return (2 * rng.random(shape) - 1) * std * 3**0.5
