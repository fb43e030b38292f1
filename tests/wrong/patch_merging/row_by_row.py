# WRONG: basic: joins the four row by row, but the lower left one comes second
import numpy as np


def patch_merging(x, gamma, beta, w, eps=1e-5):
    B, H, W, C = x.shape
    x = np.pad(x, ((0, 0), (0, H % 2), (0, W % 2), (0, 0))).astype(float)
    y = np.concatenate([x[:, ::2, ::2], x[:, ::2, 1::2], x[:, 1::2, ::2], x[:, 1::2, 1::2]], -1)
    y = (y - y.mean(-1, keepdims=True)) / np.sqrt(y.var(-1, keepdims=True) + eps)
    return (y * gamma + beta) @ w.T
