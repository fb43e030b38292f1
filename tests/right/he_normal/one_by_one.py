import math

import numpy as np


def he_normal(shape, rng, a=0.0, mode="fan_in"):
    fan = shape[0 if mode == "fan_out" else 1]
    for side in shape[2:]:
        fan *= side
    std = math.sqrt(2 / (1 + a * a) / fan)
    count = math.prod(shape)
    return np.array([rng.normal(0, std) for _ in range(count)]).reshape(shape)
