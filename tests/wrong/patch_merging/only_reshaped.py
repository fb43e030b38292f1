# WRONG: basic: a reshape to 4C joins four neighbours of one row
import numpy as np


def patch_merging(x, gamma, beta, w, eps=1e-5):
    B, H, W, C = x.shape
    x = np.pad(x, ((0, 0), (0, H % 2), (0, W % 2), (0, 0))).astype(float)
    y = x.reshape(B, (H + 1) // 2, (W + 1) // 2, 4 * C)
    y = (y - y.mean(-1, keepdims=True)) / np.sqrt(y.var(-1, keepdims=True) + eps)
    return (y * gamma + beta) @ w.T
