# WRONG: shape: math.cos knows single angles only
import math

import numpy as np


def rotation_matrix(theta, center=(0.0, 0.0)):
    c, s = math.cos(theta), math.sin(theta)
    x, y = center
    return np.array([
        [c, -s, x - c * x + s * y],
        [s, c, y - s * x - c * y],
        [0.0, 0.0, 1.0],
    ])
