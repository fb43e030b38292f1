# WRONG: basic: with column vectors the matrix on the right comes first; here +center does
import numpy as np


def rotation_matrix(theta, center=(0.0, 0.0)):
    c, s = np.cos(theta), np.sin(theta)
    there, back = np.eye(3), np.eye(3)
    there[:2, 2] = -np.asarray(center)
    back[:2, 2] = center
    R = np.zeros(np.shape(theta) + (3, 3))
    R[..., 0, 0], R[..., 0, 1] = c, -s
    R[..., 1, 0], R[..., 1, 1] = s, c
    R[..., 2, 2] = 1
    return there @ R @ back
