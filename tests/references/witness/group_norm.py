"""The standard library: statistics.pvariance, whose sums are exact fractions; a row by hand."""

import statistics

import numpy as np

GOLDEN = [
    (
        # groups (1, 3) and (10, 30): means 2 and 20, variances 1 + 3 and 100 + 3
        {"x": np.array([[1.0, 3.0, 10.0, 30.0]]), "num_groups": 2, "eps": 3.0}
        | {"gamma": np.array([1.0, 2.0, 1.0, 1.0]), "beta": np.array([0.0, 0.0, 0.0, 7.0])},
        np.array([[-0.5, 1.0, -10 / np.sqrt(103), 7 + 10 / np.sqrt(103)]]),
    ),
]


def witness(x, num_groups, gamma, beta, eps=1e-5):
    x = np.asarray(x, dtype=np.float64)
    out = np.zeros(x.shape)
    per_group = x.shape[1] // num_groups
    for sample, into in zip(x, out, strict=True):
        for group in range(num_groups):
            channels = range(group * per_group, (group + 1) * per_group)
            values = np.concatenate([np.ravel(sample[c]) for c in channels])
            if values.size < 500:
                listed = values.tolist()
                mean = float(statistics.mean(listed))
                deviation = float(statistics.pvariance(listed)) + eps
            else:  # spare the fractions
                mean, deviation = statistics.fmean(values), values.var() + eps
            for c in channels:
                factor, offset = float(gamma[c]), float(beta[c])
                into[c] = factor * (sample[c] - mean) * deviation**-0.5 + offset
    return out
