"""SciPy: scipy.special.log_expit for both logarithms."""

import numpy as np
from scipy.special import log_expit

GOLDEN = [
    # worked by hand: sigma(ln 3) = 3/4
    (
        {
            "logits": np.log([3.0, 3.0, 1.0]),
            "targets": np.array([1.0, 0.0, 0.5]),
            "pos_weight": 2.0,
            "reduction": "none",
        },
        [2 * np.log(4 / 3), np.log(4), 1.5 * np.log(2)],
    ),
]


def witness(logits, targets, pos_weight=1.0, reduction="mean"):
    z = np.asarray(logits, dtype=np.float64)
    positive = -log_expit(z) * np.broadcast_to(pos_weight, z.shape)
    losses = np.asarray(targets) * positive - (1.0 - targets) * log_expit(-z)
    return {"none": losses, "mean": np.average(losses), "sum": np.sum(losses)}[reduction]
