# WRONG: basic: the singular vector as it comes, of length 1 and either sign
import numpy as np


def homography_from_points(src, dst):
    A = []
    for (x, y), (u, v) in zip(src, dst):
        A.append([x, y, 1, 0, 0, 0, -u * x, -u * y, -u])
        A.append([0, 0, 0, x, y, 1, -v * x, -v * y, -v])
    return np.linalg.svd(np.array(A, dtype=float))[2][-1].reshape(3, 3)
