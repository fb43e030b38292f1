"""SciPy: scipy.spatial.distance, one triplet at a time."""

import numpy as np
from scipy.spatial.distance import euclidean, sqeuclidean

GOLDEN = [
    # worked by hand: distances 5 and 5.5, 5 and 4, 5 and 13
    (
        {
            "anchor": np.zeros((3, 2)),
            "positive": np.array([[3.0, 4.0], [4.0, -3.0], [0.0, 5.0]]),
            "negative": np.array([[5.5, 0.0], [0.0, -4.0], [5.0, 12.0]]),
        },
        2.5 / 3,
    ),
    (
        {
            "anchor": np.zeros((1, 2)),
            "positive": np.array([[3.0, 4.0]]),
            "negative": np.array([[0.0, -4.0]]),
            "margin": 0.2,
            "squared": True,
        },
        9.2,
    ),
]


def witness(anchor, positive, negative, margin=1.0, squared=False):
    distance = sqeuclidean if squared else euclidean
    rows = zip(*(x.astype(np.float64) for x in (anchor, positive, negative)), strict=True)
    return np.mean([max(0.0, distance(a, p) - distance(a, n) + margin) for a, p, n in rows])
