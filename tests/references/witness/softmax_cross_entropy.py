"""SciPy's logsumexp for the loss; the complex step for the gradient."""

import numpy as np
from scipy.special import logsumexp

GOLDEN = [
    # worked by hand: p = (1/4, 3/4) and (1/2, 1/2)
    (
        {"logits": np.array([[0.0, np.log(3.0)], [5.0, 5.0]]), "labels": np.array([0, 1])},
        ((np.log(4) + np.log(2)) / 2, [[-0.375, 0.375], [0.25, -0.25]]),
    ),
]
STEP = 1e-30


def witness(logits, labels):
    z = np.asarray(logits, dtype=np.float64)
    rows = np.arange(len(z))
    loss = np.mean(logsumexp(z, axis=1) - z[rows, labels])
    gradient = np.zeros_like(z)
    for c in range(z.shape[1]):  # the rows do not touch each other: one column at a time
        moved = z - z.max(axis=1, keepdims=True) + 0j
        moved[:, c] += 1j * STEP
        losses = np.log(np.exp(moved).sum(axis=1)) - moved[rows, labels]
        gradient[:, c] = losses.imag / STEP / len(z)
    return loss, gradient
