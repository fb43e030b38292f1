# WRONG: basic: the products x' x stand with the wrong sign
import numpy as np


def homography_from_points(src, dst):
    A, b = [], []
    for (x, y), (u, v) in zip(src, dst):
        A.append([x, y, 1, 0, 0, 0, u * x, u * y])
        A.append([0, 0, 0, x, y, 1, v * x, v * y])
        b += [u, v]
    h = np.linalg.lstsq(np.array(A, dtype=float), np.array(b, dtype=float), rcond=None)[0]
    return np.append(h, 1).reshape(3, 3)
