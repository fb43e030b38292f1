import numpy as np


def he_normal(shape, rng, a=0.0, mode="fan_in"):
    fans = {'fan_in': np.prod(shape[1:]), 'fan_out': np.prod(shape) / shape[1]}
    gain = np.sqrt(2 / (1 + a * a))
    return rng.standard_normal(shape) * gain / np.sqrt(fans[mode])
