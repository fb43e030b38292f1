"""SciPy: cosines by scipy.spatial.distance.cdist; the loss as log(1 + sum of exp), by logsumexp."""

import numpy as np
from scipy.spatial.distance import cdist
from scipy.special import logsumexp

GOLDEN = [
    # worked by hand: cosines 0.8 (true) and 0.6 and -0.8, s = 10, m = 0.3
    (
        {
            "features": np.array([[8.0, 6.0]]),
            "weights": np.array([[2.0, 0.0], [0.0, 7.0], [-0.5, 0.0]]),
            "labels": np.array([0]),
            "scale": 10.0,
            "margin": 0.3,
        },
        np.log(1 + np.exp(10 * (0.6 - 0.5)) + np.exp(10 * (-0.8 - 0.5))),
    ),
]


def witness(features, weights, labels, scale=30.0, margin=0.35):
    table = 1 - cdist(features.astype(np.float64), weights.astype(np.float64), "cosine")
    losses = []
    for cosines, label in zip(table, labels, strict=True):
        gaps = np.delete(cosines, label) - (cosines[label] - margin)
        losses.append(logsumexp([0.0, *(scale * gaps)]))
    return np.mean(losses)
