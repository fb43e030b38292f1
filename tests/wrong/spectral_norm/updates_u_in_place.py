# WRONG: aliasing: writes the new u into the array given, as the buffer of a layer
import numpy as np


def spectral_norm(w, u, n_power_iterations=1, eps=1e-12):
    W = w.reshape(w.shape[0], -1)
    for _ in range(n_power_iterations):
        v = W.T @ u
        v /= max(np.linalg.norm(v), eps)
        u[:] = W @ v
        u /= max(np.linalg.norm(u), eps)
    sigma = u @ W @ v
    return w / max(sigma, eps), sigma, u
