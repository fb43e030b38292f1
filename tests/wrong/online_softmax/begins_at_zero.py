# WRONG: basic: a maximum that begins at 0 is never below 0
import numpy as np


def online_softmax(x, block_size=1):
    m = np.zeros((len(x), 1))
    l = np.zeros((len(x), 1))
    ms, ls = [], []
    for i in range(0, x.shape[1], block_size):
        block = x[:, i:i + block_size]
        new = np.maximum(m, block.max(axis=1, keepdims=True))
        l = l * np.exp(m - new) + np.exp(block - new).sum(axis=1, keepdims=True)
        m = new
        ms.append(m)
        ls.append(l)
    return np.hstack(ms), np.hstack(ls), np.exp(x - m) / l
