# WRONG: basic: divides by the Frobenius norm, which np.linalg.norm gives by default
import numpy as np


def spectral_norm(w, u, n_power_iterations=1, eps=1e-12):
    W = w.reshape(w.shape[0], -1)
    for _ in range(n_power_iterations):
        v = W.T @ u
        v = v / max(np.linalg.norm(v), eps)
        u = W @ v
        u = u / max(np.linalg.norm(u), eps)
    sigma = np.linalg.norm(W)
    return w / max(sigma, eps), sigma, u
