# WRONG: edge: cuts k//2 values off both ends, which is right for odd kernels from 3 on
import numpy as np


def conv1d_modes(x, w, mode="full"):
    n, k = len(x), len(w)
    full = np.zeros(n + k - 1)
    for i in range(n):
        full[i:i + k] += x[i] * w
    if mode == "same":
        return full[k // 2:-(k // 2)]
    if mode == "valid":
        return full[k - 1:n]
    return full
