import numpy as np


def rotation_matrix(theta, center=(0.0, 0.0)):
    """A rotation of the plane is a product with a complex number of length 1."""
    turn = np.exp(1j * np.asarray(theta, dtype=np.float64))
    c = complex(float(center[0]), float(center[1]))
    shift = c - turn * c
    zero = np.zeros(turn.shape)
    rows = [
        np.stack([turn.real, -turn.imag, shift.real], axis=-1),
        np.stack([turn.imag, turn.real, shift.imag], axis=-1),
        np.stack([zero, zero, zero + 1], axis=-1),
    ]
    return np.stack(rows, axis=-2)
