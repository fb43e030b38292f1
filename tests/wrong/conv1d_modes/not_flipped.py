# WRONG: basic: cross-correlation, as layers compute it
import numpy as np


def conv1d_modes(x, w, mode="full"):
    n, k = len(x), len(w)
    left = {"full": k - 1, "same": k // 2, "valid": 0}[mode]
    length = {"full": n + k - 1, "same": n, "valid": n - k + 1}[mode]
    padded = np.zeros(n + 2 * k)
    padded[left:left + n] = x
    out = np.zeros(length)
    for i in range(length):
        out[i] = (padded[i:i + k] * w).sum()
    return out
