# WRONG: basic: the old sum still belongs to the old maximum
import numpy as np


def online_softmax(x, block_size=1):
    m = np.full(len(x), -np.inf)
    l = np.zeros(len(x))
    ms, ls = [], []
    for i in range(0, x.shape[1], block_size):
        block = x[:, i:i + block_size]
        m = np.maximum(m, block.max(axis=1))
        l = l + np.exp(block - m[:, None]).sum(axis=1)
        ms.append(m)
        ls.append(l)
    return np.stack(ms, 1), np.stack(ls, 1), np.exp(x - m[:, None]) / l[:, None]
