"""SciPy: xlogy and softmax of the logarithms, over the words that occur."""

import numpy as np
from scipy.special import softmax, xlogy

GOLDEN = [
    ({"counts": np.array([81, 16, 1])}, np.array([27, 8, 1]) / 36),  # 81^(3/4) = 27, 16^(3/4) = 8
    ({"counts": np.array([4, 0, 2]), "power": -1.0}, np.array([1, 0, 2]) / 3),
    ({"counts": np.array([4, 0, 2]), "power": 0.0}, np.array([1, 0, 1]) / 2),
]


def witness(counts, power=0.75):
    counts = np.asarray(counts, dtype=np.float64)
    logs = np.where(counts > 0, xlogy(power, np.where(counts > 0, counts, 1.0)), -np.inf)
    return softmax(logs)
