import numpy as np


def normaliser(points):
    m = points.mean(axis=0)
    s = np.sqrt(2) / np.sqrt(((points - m) ** 2).sum(axis=1)).mean()
    return np.array([[s, 0, -s * m[0]], [0, s, -s * m[1]], [0, 0, 1]])


def homography_from_points(src, dst):
    """x' cross H x = 0, three equations for each pair, of which two are independent."""
    src, dst = src.astype(np.float64), dst.astype(np.float64)
    S, D = normaliser(src), normaliser(dst)
    p = np.c_[src, np.ones(len(src))] @ S.T
    q = np.c_[dst, np.ones(len(dst))] @ D.T
    zero = np.zeros_like(p)
    A = np.concatenate([
        np.hstack([zero, -q[:, 2:] * p, q[:, 1:2] * p]),
        np.hstack([q[:, 2:] * p, zero, -q[:, :1] * p]),
        np.hstack([-q[:, 1:2] * p, q[:, :1] * p, zero]),
    ])
    H = np.linalg.svd(A, full_matrices=False)[2][-1].reshape(3, 3)
    H = np.linalg.solve(D, H @ S)
    return H / H[2, 2]
