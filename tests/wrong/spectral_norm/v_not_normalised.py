# WRONG: basic: v keeps its length, so sigma is too large by it
import numpy as np


def spectral_norm(w, u, n_power_iterations=1, eps=1e-12):
    W = w.reshape(w.shape[0], -1)
    for _ in range(n_power_iterations):
        v = W.T @ u
        u = W @ v
        u = u / max(np.linalg.norm(u), eps)
    sigma = u @ W @ v
    return w / max(sigma, eps), sigma, u
