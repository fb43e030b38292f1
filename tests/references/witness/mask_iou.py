"""SciPy: one minus scipy.spatial.distance.cdist's Jaccard distance; and a table by hand."""

import numpy as np
from scipy.spatial.distance import cdist

GOLDEN = [
    (
        {
            "masks_a": np.array([[[1, 1], [0, 0]], [[0, 0], [0, 0]], [[1, 1], [1, 1]]]),
            "masks_b": np.array([[[1, 0], [1, 0]], [[1, 1], [0, 0]], [[0, 0], [0, 0]]]),
        },
        [[1 / 3, 1, 0], [0, 0, 0], [1 / 2, 1 / 2, 0]],
    ),
]


def witness(masks_a, masks_b):
    a, b = (
        masks.reshape(len(masks), masks[0].size if len(masks) else 1)
        for masks in (masks_a, masks_b)
    )
    if not len(a) or not len(b):
        return np.zeros((len(a), len(b)))
    a, b = a.astype(bool), b.astype(bool)
    shares = 1 - cdist(a, b, "jaccard")
    shares[np.ix_(~a.any(axis=1), ~b.any(axis=1))] = 0  # SciPy's distance of two empty sets is 0
    return shares
