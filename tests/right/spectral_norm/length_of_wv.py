import numpy as np


def unit(a, eps):
    return a / max(np.sqrt(np.sum(a * a)), eps)


def spectral_norm(w, u, n_power_iterations=1, eps=1e-12):
    W = w.reshape(w.shape[0], -1)
    for _ in range(n_power_iterations):
        v = unit(np.dot(u, W), eps)
        Wv = np.dot(W, v)
        u = unit(Wv, eps)
    sigma = np.sqrt(np.sum(Wv * Wv))  # the length of W v, as u is its direction
    return w / max(sigma, eps), sigma, u
