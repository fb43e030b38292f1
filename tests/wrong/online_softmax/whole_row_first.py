# WRONG: basic: takes the final maximum from the beginning: two passes, and no running maxima
import numpy as np


def online_softmax(x, block_size=1):
    top = x.max(axis=1, keepdims=True)
    e = np.exp(x - top)
    blocks = range(0, x.shape[1], block_size)
    l = np.cumsum([e[:, i:i + block_size].sum(axis=1) for i in blocks], axis=0).T
    return np.repeat(top, len(blocks), axis=1), l, e / l[:, -1:]
