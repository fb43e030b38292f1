"""SciPy: scipy.special.log_expit, pair by pair."""

import numpy as np
from scipy.special import log_expit

GOLDEN = [
    # worked by hand: sigma(ln 3) = 3/4, sigma(0) = 1/2, sigma(-ln 3) = 1/4
    (
        {
            "pos_scores": np.array([np.log(3.0), 2.0]),
            "neg_scores": np.array([[0.0, np.log(3.0)], [2.0, 2.0 + np.log(3.0)]]),
        },
        (np.log(4 / 3) + 2 * np.log(2) + np.log(4)) / 4,
    ),
]


def witness(pos_scores, neg_scores):
    rows = zip(pos_scores.tolist(), neg_scores.astype(np.float64), strict=True)
    return -np.mean([log_expit(positive - negatives).mean() for positive, negatives in rows])
