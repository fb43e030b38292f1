# WRONG: basic: full pads by k instead of k - 1
import numpy as np


def conv1d_modes(x, w, mode="full"):
    n, k = len(x), len(w)
    left = {"full": k, "same": k // 2, "valid": 0}[mode]
    length = {"full": n + k + 1, "same": n, "valid": n - k + 1}[mode]
    padded = np.zeros(n + 3 * k)
    padded[left:left + n] = x
    out = np.zeros(length)
    for i in range(length):
        out[i] = (padded[i:i + k] * w[::-1]).sum()
    return out
