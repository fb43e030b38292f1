"""SciPy's trimmed mean for the scale, and exact fractions for the threshold."""

from fractions import Fraction

import numpy as np
from scipy import stats

GOLDEN = [
    (
        {"w": np.array([0.9, -0.1, 0.5, -1.1])},  # threshold 0.7 * 0.65 = 0.455
        (np.array([1, 0, 1, -1]), 2.5 / 3),
    ),
    ({"w": np.array([2.0, 0.0]), "factor": 2.0}, (np.array([0, 0]), 0.0)),  # equal: goes
]


def witness(w, factor=0.7):
    flat = np.asarray(w, dtype=np.float64).ravel()
    exact = sum((abs(Fraction(v)) for v in flat.tolist()), Fraction(0))
    delta = Fraction(factor) * exact / max(flat.size, 1)
    codes = np.array([(v > delta) - (v < -delta) for v in flat.tolist()], dtype=np.int64)
    sizes = np.abs(flat)
    scale = 0.0
    if codes.any():
        scale = float(stats.tmean(sizes, limits=(float(delta), None), inclusive=(False, True)))
    return codes.reshape(np.shape(w)), scale
