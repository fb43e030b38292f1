"""SciPy: scipy.special.expit; and the table in TensorFlow's documentation of its `swish`.

https://www.tensorflow.org/versions/r2.15/api_docs/python/tf/keras/activations/swish (float32).
"""

import numpy as np
from scipy.special import expit, lambertw

LEAST = 1 + lambertw(np.exp(-1)).real  # where the slope is 0: 1 = x (1 - sigmoid(-x))
GOLDEN = [
    (
        {"x": np.array([-20.0, -1.0, 0.0, 1.0, 20.0], np.float32)},
        np.array([-4.1223075e-08, -2.6894143e-01, 0.0, 7.3105860e-01, 20.0], np.float32),
    ),
    ({"x": np.array([-LEAST])}, np.array([1 - LEAST])),
    ({"x": np.array([-7.0, 3.0]), "beta": 0.0}, np.array([-3.5, 1.5])),
]


def witness(x, beta=1.0):
    wide = np.asarray(x, dtype=np.float64)
    return wide * expit(beta * wide)


def agrees(answer, x, beta=1.0):
    """Tiny answers, too, in all their digits."""
    if answer.dtype == np.float64:
        np.testing.assert_allclose(answer, witness(x, beta), rtol=1e-13)
