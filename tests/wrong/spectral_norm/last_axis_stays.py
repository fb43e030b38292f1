# WRONG: shape: flattens filters to (-1, last axis), whose rows are not the output channels
import numpy as np


def spectral_norm(w, u, n_power_iterations=1, eps=1e-12):
    W = w.reshape(-1, w.shape[-1])
    for _ in range(n_power_iterations):
        v = W.T @ u
        v = v / max(np.linalg.norm(v), eps)
        u = W @ v
        u = u / max(np.linalg.norm(u), eps)
    sigma = u @ W @ v
    return w / max(sigma, eps), sigma, u
