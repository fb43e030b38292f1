"""Exact fractions, piece by piece; and the table in TensorFlow's documentation of `hard_silu`.

https://www.tensorflow.org/api_docs/python/tf/keras/ops/hard_silu (float32).
"""

from fractions import Fraction

import numpy as np

TOLERANCE = 1e-7  # the table's; `agrees` is stricter
GOLDEN = [
    (
        {"x": np.array([-3.0, -1.0, 0.0, 1.0, 3.0])},
        np.array([-0.0, -0.3333333, 0.0, 0.6666667, 3.0]),
    ),
    ({"x": np.array([-1.5, 1.5, -100.0, 7.25])}, np.array([-0.375, 1.125, 0.0, 7.25])),
]


def one(x):
    if x <= -3:
        return 0.0
    return float(x) if x >= 3 else float(x * (x + 3) / 6)


def witness(x):
    return np.array([one(Fraction(v)) for v in x.ravel().tolist()]).reshape(x.shape)


def agrees(answer, x):
    """To the last digits."""
    if answer.dtype == np.float64:
        np.testing.assert_allclose(answer, witness(x), rtol=1e-14, atol=1e-14)
