"""The identity tanh(ln u) = (u^2 - 1) / (u^2 + 1); decimals of 50 digits; TensorFlow's table.

https://www.tensorflow.org/versions/r2.15/api_docs/python/tf/keras/activations/mish (float32).
"""

from decimal import Context, Decimal, localcontext

import numpy as np

TOLERANCE = 1e-7  # the table's; `agrees` is stricter
GOLDEN = [
    (
        {"x": np.array([-3.0, -1.0, 0.0, 1.0])},
        np.array([-0.14564745, -0.30340144, 0.0, 0.86509836]),
    ),
    # u = 2, 3 and 3/2, by hand
    (
        {"x": np.log([1.0, 2.0, 0.5])},
        np.array([0.0, 0.8 * np.log(2.0), -5 / 13 * np.log(2.0)]),
    ),
]


def witness(x):
    wide = np.asarray(x, dtype=np.float64)
    e = np.exp(-np.abs(wide))
    left, right = e * (e + 2), 1 + 2 * e
    return wide * np.where(wide < 0, left / (left + 2), right / (right + 2 * e**2))


def exactly(value):
    with localcontext(Context(prec=50)):
        softplus = (1 + Decimal(value).exp()).ln()
        up, down = softplus.exp(), (-softplus).exp()
        return float(Decimal(value) * (up - down) / (up + down))


def agrees(answer, x):
    """Tiny answers, too, in all their digits."""
    if answer.dtype != np.float64:
        return
    np.testing.assert_allclose(answer, witness(x), rtol=1e-13)
    some = x.size if x.size < 50 else 9
    for value, got in zip(x.ravel()[:some].tolist(), answer.ravel()[:some].tolist(), strict=True):
        if abs(value) < 70:
            np.testing.assert_allclose(got, exactly(value), rtol=1e-13)
