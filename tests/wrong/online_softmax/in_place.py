# WRONG: aliasing: the exponentials overwrite the blocks of x
import numpy as np


def online_softmax(x, block_size=1):
    if x.dtype.kind != "f":
        x = x.astype(float)
    m = np.full((len(x), 1), -np.inf)
    l = np.zeros((len(x), 1))
    ms, ls = [], []
    for i in range(0, x.shape[1], block_size):
        new = np.maximum(m, x[:, i:i + block_size].max(axis=1, keepdims=True))
        shift = np.where(np.isfinite(new), new, 0)
        l = l * np.exp(m - shift) + np.exp(x[:, i:i + block_size] - shift).sum(axis=1, keepdims=True)
        m = new
        ms.append(m)
        ls.append(l)
    x -= m
    np.exp(x, out=x)
    x /= l
    return np.hstack(ms), np.hstack(ls), x
