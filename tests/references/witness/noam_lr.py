"""Python's decimal, 28 digits; and the peak of the base model, from the paper's 512 and 4000."""

from decimal import Decimal

import numpy as np

TOLERANCE = 1e-12
GOLDEN = [({"step": np.array([4000]), "d_model": 512}, [1 / np.sqrt(2_048_000)])]


def witness(step, d_model, warmup_steps=4000, factor=1.0):
    d, w = Decimal(d_model), Decimal(warmup_steps)
    slope = Decimal(factor) / (w * (w * d).sqrt())
    found = [
        t * slope if t < w else Decimal(factor) / (t * d).sqrt()
        for t in map(Decimal, np.ravel(step).tolist())
    ]
    return np.array(found, dtype=np.float64).reshape(np.shape(step))
