# WRONG: edge: a weight of zeros divides 0 by 0
import numpy as np


def spectral_norm(w, u, n_power_iterations=1, eps=1e-12):
    W = w.reshape(w.shape[0], -1)
    for _ in range(n_power_iterations):
        v = W.T @ u
        v = v / np.linalg.norm(v)
        u = W @ v
        u = u / np.linalg.norm(u)
    sigma = u @ W @ v
    return w / sigma, sigma, u
