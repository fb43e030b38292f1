# WRONG: basic: the matrix for row vectors, which turns columns the other way
import numpy as np


def rotation_matrix(theta, center=(0.0, 0.0)):
    c, s = np.cos(theta), np.sin(theta)
    R = np.zeros(np.shape(theta) + (3, 3))
    R[..., 0, 0], R[..., 0, 1] = c, s
    R[..., 1, 0], R[..., 1, 1] = -s, c
    R[..., 2, 2] = 1
    R[..., :2, 2] = center - R[..., :2, :2] @ np.asarray(center)
    return R
