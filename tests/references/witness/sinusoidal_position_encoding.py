"""Powers of complex numbers: e^(i p w) by Python's cmath, w one division by base^(2/d) a pair."""

import cmath

import numpy as np

GOLDEN = [
    (
        {"positions": np.array([0, 1]), "d_model": 4},  # frequencies 1 and 1/100
        np.array([[0, 1, 0, 1], [np.sin(1), np.cos(1), np.sin(0.01), np.cos(0.01)]]),
    ),
    (
        {"positions": np.array(2), "d_model": 6, "base": 8.0},  # frequencies 1, 1/2, 1/4
        np.array([np.sin(2), np.cos(2), np.sin(1), np.cos(1), np.sin(0.5), np.cos(0.5)]),
    ),
]


def witness(positions, d_model, base=10000.0):
    out = np.zeros((*positions.shape, d_model))
    for place in np.ndindex(positions.shape):
        frequency = 1.0
        for i in range(d_model // 2):
            turned = cmath.exp(1j * float(positions[place]) * frequency)
            out[(*place, 2 * i)], out[(*place, 2 * i + 1)] = turned.imag, turned.real
            frequency /= base ** (2 / d_model)
    return out
