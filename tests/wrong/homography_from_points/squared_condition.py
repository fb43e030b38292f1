# WRONG: stability: the eigenvector of A.T A without scaling, where half of the digits go
import numpy as np


def homography_from_points(src, dst):
    A = []
    for (x, y), (u, v) in zip(src, dst):
        A.append([x, y, 1, 0, 0, 0, -u * x, -u * y, -u])
        A.append([0, 0, 0, x, y, 1, -v * x, -v * y, -v])
    A = np.array(A, dtype=np.float64)
    values, vectors = np.linalg.eigh(A.T @ A)
    H = vectors[:, 0].reshape(3, 3)
    return H / H[2, 2]
