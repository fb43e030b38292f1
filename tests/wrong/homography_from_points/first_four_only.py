# WRONG: edge: uses the first four pairs, which may lie on a line
import numpy as np


def homography_from_points(src, dst):
    A, b = [], []
    for (x, y), (u, v) in zip(src[:4], dst[:4]):
        A.append([x, y, 1, 0, 0, 0, -u * x, -u * y])
        A.append([0, 0, 0, x, y, 1, -v * x, -v * y])
        b += [u, v]
    h = np.linalg.solve(np.array(A, dtype=float), np.array(b, dtype=float))
    return np.append(h, 1).reshape(3, 3)
