# WRONG: basic: returns the u it was given, so every step starts anew
import numpy as np


def spectral_norm(w, u, n_power_iterations=1, eps=1e-12):
    W = w.reshape(w.shape[0], -1)
    u_new = u
    for _ in range(n_power_iterations):
        v = W.T @ u_new
        v = v / max(np.linalg.norm(v), eps)
        u_new = W @ v
        u_new = u_new / max(np.linalg.norm(u_new), eps)
    sigma = u_new @ W @ v
    return w / max(sigma, eps), sigma, u
