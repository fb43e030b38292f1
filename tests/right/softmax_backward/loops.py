import numpy as np


def row(g, q):
    n = len(q)
    dx = []
    for j in range(n):
        total = 0.0
        for i in range(n):
            total += g[i] * q[i] * ((i == j) - q[j])
        dx.append(total)
    return dx


def softmax_backward(dout, p, axis=-1):
    g = np.moveaxis(np.asarray(dout, dtype=float), axis, -1)
    q = np.moveaxis(np.asarray(p, dtype=float), axis, -1)
    out = np.empty(q.shape)
    for index in np.ndindex(q.shape[:-1]):
        out[index] = row(g[index].tolist(), q[index].tolist())
    return np.moveaxis(out, -1, axis)
