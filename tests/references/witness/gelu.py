"""SciPy: scipy.special.ndtr; and the tables in TensorFlow's documentation of its `gelu`.

https://www.tensorflow.org/versions/r2.15/api_docs/python/tf/keras/activations/gelu (float32).
tanh is written as a sigmoid, 2 expit(2 z) - 1.
"""

import numpy as np
from scipy.special import expit, ndtr

TOLERANCE = 3e-7  # single precision, as in the table; `agrees` is stricter
POINTS = np.array([-3.0, -1.0, 0.0, 1.0, 3.0])
GOLDEN = [
    (
        {"x": POINTS},
        np.array([-0.00404951, -0.15865529, 0.0, 0.8413447, 2.9959507]),
    ),
    (
        {"x": POINTS, "approximate": "tanh"},
        np.array([-0.00363752, -0.15880796, 0.0, 0.841192, 2.9963627]),
    ),
]


def witness(x, approximate="none"):
    wide = np.asarray(x, dtype=np.float64)
    if approximate == "none":
        return wide * ndtr(wide)
    return wide * expit(np.sqrt(8 / np.pi) * wide * (1 + 0.044715 * wide**2))


def agrees(answer, x, approximate="none"):
    """To the last digits."""
    if answer.dtype == np.float64:
        np.testing.assert_allclose(answer, witness(x, approximate), rtol=1e-12, atol=1e-14)
