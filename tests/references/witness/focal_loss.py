"""SciPy: the two terms of positives and negatives by expit and log_expit."""

import numpy as np
from scipy.special import expit, log_expit

GOLDEN = [
    # Lin et al. 2017, section 3.2: with gamma = 2 a p_t of 0.9 costs 100 times less than in
    # cross-entropy, and a wrong one with p_t = 0.1 keeps 0.81 of its loss
    (
        {
            "logits": np.log([9.0, 1 / 9, 1 / 9]),
            "targets": np.array([1, 0, 1]),
            "alpha": None,
        },
        [-np.log(0.9) / 100, -np.log(0.9) / 100, -0.81 * np.log(0.1)],
    ),
    # worked by hand: sigma(0) = 1/2
    ({"logits": np.zeros(2), "targets": np.array([1, 0])}, [np.log(2) / 16, 3 * np.log(2) / 16]),
]


def witness(logits, targets, alpha=0.25, gamma=2.0, reduction="none"):
    z = np.asarray(logits, dtype=np.float64)
    up, down = (1.0, 1.0) if alpha is None else (alpha, 1 - alpha)
    positives = -up * expit(-z) ** gamma * log_expit(z)
    negatives = -down * expit(z) ** gamma * log_expit(-z)
    losses = targets * positives + (1 - targets) * negatives
    return {"none": losses, "mean": np.average(losses), "sum": np.sum(losses)}[reduction]
