# WRONG: basic: exp(m_new - m_old) makes the old sum larger instead of smaller
import numpy as np


def online_softmax(x, block_size=1):
    x = np.asarray(x, dtype=float)
    m = x[:, :block_size].max(axis=1, keepdims=True)
    l = np.exp(x[:, :block_size] - m).sum(axis=1, keepdims=True)
    ms, ls = [m], [l]
    for i in range(block_size, x.shape[1], block_size):
        block = x[:, i:i + block_size]
        new = np.maximum(m, block.max(axis=1, keepdims=True))
        l = l * np.exp(new - m) + np.exp(block - new).sum(axis=1, keepdims=True)
        m = new
        ms.append(m)
        ls.append(l)
    return np.hstack(ms), np.hstack(ls), np.exp(x - m) / l
