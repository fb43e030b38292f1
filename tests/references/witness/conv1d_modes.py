"""SciPy: scipy.signal.convolve by the direct method; and the examples of NumPy's documentation.

GOLDEN: numpy.convolve, docstring.
"""

import numpy as np
from scipy.signal import convolve

DOCUMENTED = {"x": np.array([1.0, 2, 3]), "w": np.array([0, 1, 0.5])}
GOLDEN = [
    (DOCUMENTED, [0, 1, 2.5, 4, 1.5]),
    (DOCUMENTED | {"mode": "same"}, [1, 2.5, 4]),
    (DOCUMENTED | {"mode": "valid"}, [2.5]),
]


def witness(x, w, mode="full"):
    return convolve(x.astype(np.float64), w.astype(np.float64), mode=mode, method="direct")
