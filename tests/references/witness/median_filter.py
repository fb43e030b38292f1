"""SciPy: scipy.ndimage.median_filter with the nearest pixel beyond the border; and by hand."""

import numpy as np
from scipy import ndimage

GOLDEN = [
    # the middle of 0, 1, ..., 8 in any order; corners and sides count their own pixels again
    (
        {"img": np.array([[0, 7, 2], [5, 8, 1], [4, 3, 6]])},
        [[5, 2, 2], [4, 4, 3], [4, 4, 6]],
    ),
    ({"img": np.array([[3, 200, 5, 6]])}, [[3, 5, 6, 6]]),
    ({"img": np.array([[[1, 9]]]), "k": 5}, [[[1, 9]]]),
]


def witness(img, k=3):
    size = (k, k, 1)[: img.ndim]
    return ndimage.median_filter(img, size=size, mode="nearest")
