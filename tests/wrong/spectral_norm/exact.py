# WRONG: basic: the exact singular value by SVD, and its vector
import numpy as np


def spectral_norm(w, u, n_power_iterations=1, eps=1e-12):
    U, s, Vt = np.linalg.svd(w.reshape(w.shape[0], -1), full_matrices=False)
    return w / max(s[0], eps), s[0], U[:, 0]
