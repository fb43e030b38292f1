"""SciPy's kmeans2 and vq, which know no early end and leave lost centres where they are."""

import warnings

import numpy as np
from scipy.cluster.vq import kmeans2, vq


def witness(x, centers, max_iter=100):
    x, centers = np.asarray(x, np.float64), np.asarray(centers, np.float64)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", UserWarning)
        found, _ = kmeans2(x, centers, iter=max_iter, minit="matrix")
    return found, vq(x, found)[0]
