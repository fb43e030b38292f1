import numpy as np


def one(angle, x, y):
    c, s = np.cos(angle), np.sin(angle)
    there = np.array([[1, 0, -x], [0, 1, -y], [0, 0, 1.0]])
    turn = np.array([[c, -s, 0], [s, c, 0], [0, 0, 1.0]])
    back = np.array([[1, 0, x], [0, 1, y], [0, 0, 1.0]])
    return back @ turn @ there


def rotation_matrix(theta, center=(0.0, 0.0)):
    angles = np.asarray(theta, dtype=np.float64)
    out = np.empty(angles.shape + (3, 3))
    for place in np.ndindex(angles.shape):
        out[place] = one(angles[place], float(center[0]), float(center[1]))
    return out
