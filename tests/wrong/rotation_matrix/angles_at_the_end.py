# WRONG: shape: np.array of arrays puts the angles last: (3, 3, K)
import numpy as np


def rotation_matrix(theta, center=(0.0, 0.0)):
    theta = np.asarray(theta, dtype=float)
    c, s = np.cos(theta), np.sin(theta)
    x, y = center
    zero, one = np.zeros_like(c), np.ones_like(c)
    return np.array([
        [c, -s, x - c * x + s * y],
        [s, c, y - s * x - c * y],
        [zero, zero, one],
    ])
