"""SciPy: cosine distances by scipy.spatial.distance.cdist, then logsumexp."""

import numpy as np
from scipy.spatial.distance import cdist
from scipy.special import logsumexp

GOLDEN = [
    # worked by hand: cosines 1 and 0 at temperature 1
    (
        {
            "queries": np.array([[2.0, 0.0]]),
            "positives": np.array([[3.0, 0.0]]),
            "negatives": np.array([[0.0, 5.0]]),
            "temperature": 1.0,
        },
        np.log(1 + np.exp(-1)),
    ),
    # candidates that all look the same: a guess among K + 1 = 5
    (
        {
            "queries": np.array([[1.0, 1.0], [1.0, -1.0]]),
            "positives": np.array([[1.0, 0.0], [4.0, 0.0]]),
            "negatives": np.array([[1.0, 0.0]] * 4),
        },
        np.log(5),
    ),
]


def witness(queries, positives, negatives, temperature=0.07):
    losses = []
    for q, k in zip(queries, positives, strict=True):
        candidates = np.vstack([k, negatives]).astype(np.float64)
        distances = cdist(q[None].astype(np.float64), candidates, "cosine")[0]
        # a constant changes nothing: 1 - cosine serves as well as -cosine
        losses.append(distances[0] / temperature + logsumexp(-distances / temperature))
    return np.mean(losses)
