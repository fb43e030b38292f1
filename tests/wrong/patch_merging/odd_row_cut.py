# WRONG: edge: cuts an odd row or column off instead of adding one
import numpy as np


def patch_merging(x, gamma, beta, w, eps=1e-5):
    B, H, W, C = x.shape
    x = x[:, :H - H % 2, :W - W % 2].astype(float)
    y = np.concatenate([x[:, ::2, ::2], x[:, 1::2, ::2], x[:, ::2, 1::2], x[:, 1::2, 1::2]], -1)
    y = (y - y.mean(-1, keepdims=True)) / np.sqrt(y.var(-1, keepdims=True) + eps)
    return (y * gamma + beta) @ w.T
