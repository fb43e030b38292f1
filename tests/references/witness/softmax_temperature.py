"""SciPy: scipy.special.softmax of x / T; and three logits of the lecture notes, in decimals."""

from decimal import Context, Decimal, localcontext

import numpy as np
from scipy.special import softmax


def exactly(scores, temperature):
    with localcontext(Context(prec=60)):
        powers = [(Decimal(score) / Decimal(temperature)).exp() for score in scores]
        return np.array([float(power / sum(powers)) for power in powers])


GOLDEN = [
    ({"x": np.array([100.0, 10.0, 1.0]), "temperature": t}, exactly([100, 10, 1], t))
    for t in (1, 5, 50)
]


def witness(x, temperature=1.0, axis=-1):
    return softmax(np.asarray(x, dtype=np.float64) / temperature, axis=axis)
