# WRONG: aliasing: src -= its centre works on the caller's points
import numpy as np


def homography_from_points(src, dst):
    if src.dtype != np.float64 or dst.dtype != np.float64:
        src, dst = src.astype(np.float64), dst.astype(np.float64)
    c, d = src.mean(axis=0), dst.mean(axis=0)
    src -= c
    dst -= d
    A = []
    for (x, y), (u, v) in zip(src, dst):
        A.append([x, y, 1, 0, 0, 0, -u * x, -u * y, -u])
        A.append([0, 0, 0, x, y, 1, -v * x, -v * y, -v])
    H = np.linalg.svd(np.array(A))[2][-1].reshape(3, 3)
    back = np.array([[1, 0, d[0]], [0, 1, d[1]], [0, 0, 1]])
    there = np.array([[1, 0, -c[0]], [0, 1, -c[1]], [0, 0, 1]])
    H = back @ H @ there
    return H / H[2, 2]
