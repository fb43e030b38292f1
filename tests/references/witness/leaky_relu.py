"""Exact fractions, number by number; and the values that PyTorch's formula gives by hand.

https://docs.pytorch.org/docs/stable/generated/torch.nn.LeakyReLU.html: max(0, x) + slope min(0, x).
"""

from fractions import Fraction

import numpy as np

GOLDEN = [
    ({"x": np.array([-100.0, -1.0, 0.0, 2.0])}, np.array([-1.0, -0.01, 0.0, 2.0])),
    (
        {"x": np.array([-2.0, 2.0]), "negative_slope": 3.0},
        np.array([-6.0, 2.0]),
    ),
]


def witness(x, negative_slope=0.01):
    slope = Fraction(float(negative_slope))
    flat = [max(0, Fraction(v)) + slope * min(0, Fraction(v)) for v in x.ravel().tolist()]
    return np.array([float(v) for v in flat]).reshape(x.shape)
