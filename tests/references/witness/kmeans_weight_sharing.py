"""SciPy's kmeans2 (missing='warn' leaves an empty centroid), and boundaries between the sorted."""

import warnings

import numpy as np
from scipy.cluster.vq import kmeans2

GOLDEN = [
    (
        {"w": np.array([[0.0, 4.0], [10.0, 9.0]]), "k": 2, "num_iters": 1},
        (np.array([2.0, 9.5]), np.array([[0, 0], [1, 1]])),
    ),
    ({"w": np.array([2.0]), "k": 3}, (np.array([2.0, 2.0, 2.0]), np.array([0]))),
]


def witness(w, k, num_iters=10):
    flat = np.asarray(w, dtype=np.float64).ravel()
    codebook = flat.min() + np.arange(k) * (np.ptp(flat) / max(k - 1, 1))
    if num_iters:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of clusters that are empty
            found, _ = kmeans2(flat[:, None], codebook[:, None], iter=num_iters, minit="matrix")
        codebook = found[:, 0]
    values, first = np.unique(codebook, return_index=True)
    middles = (values[1:] + values[:-1]) / 2
    return codebook, first[np.searchsorted(middles, flat)].reshape(np.shape(w))
