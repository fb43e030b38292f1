import numpy as np


def se_block(x, w1, w2):
    n, c, h, w = x.shape
    squeezed = x.reshape(n, c, h * w).sum(-1) / (h * w)
    hidden = np.clip(np.einsum("mc,nc->nm", w1, squeezed), 0, None)
    gates = 0.5 * (1 + np.tanh(0.5 * np.einsum("cm,nm->nc", w2, hidden)))
    return x * gates.reshape(n, c, 1, 1)
