"""SciPy's expit and Python's own sums: each unit of each row by itself, gate by gate."""

import math

import numpy as np
from scipy.special import expit


def witness(x, h, c, w_x, w_h, b):
    x, h, c, w_x, w_h, b = (np.asarray(a, float) for a in (x, h, c, w_x, w_h, b))
    new_h, new_c, units = np.zeros(h.shape), np.zeros(h.shape), h.shape[1]
    if h.size > 200:  # the same with all units at once
        inside = np.einsum("nd,dgk->gnk", x, w_x.reshape(-1, 4, units))
        inside += np.einsum("nd,dgk->gnk", h, w_h.reshape(-1, 4, units))
        inside += b.reshape(4, 1, units)
        gates = expit(inside)
        new_c = gates[1] * c + gates[0] * (2 * expit(2 * inside[2]) - 1)
        return gates[3] * (2 * expit(2 * new_c) - 1), new_c
    for n in range(len(x)):
        for k in range(units):
            i, f, g, o = (
                math.fsum([*(x[n] * w_x[:, col]), *(h[n] * w_h[:, col]), b[col]])
                for col in (k, units + k, 2 * units + k, 3 * units + k)
            )
            new_c[n, k] = expit(f) * c[n, k] + expit(i) * math.tanh(g)
            new_h[n, k] = expit(o) * math.tanh(new_c[n, k])
    return new_h, new_c
