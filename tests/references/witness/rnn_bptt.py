"""Complex steps (Squire and Trapp 1998) through the forward pass alone, without rounding."""

import numpy as np

STEP = 1e-30


def loss(dh, x, h0, w_x, w_h, b):
    total, h = 0.0, h0
    for t in range(x.shape[1]):
        h = np.tanh(x[:, t] @ w_x + h @ w_h + b)
        total = total + (dh[:, t] * h).sum()
    return total


def witness(dh, **others):
    dh = dh.astype(np.float64)
    at = {name: value.astype(np.complex128) for name, value in others.items()}
    found = []
    for value in at.values():
        slopes = np.zeros(value.shape)
        for place in np.ndindex(*value.shape):
            value[place] += STEP * 1j
            slopes[place] = loss(dh, **at).imag / STEP
            value[place] = value[place].real
        found.append(slopes)
    return tuple(found)
