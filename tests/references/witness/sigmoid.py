"""SciPy: scipy.special.expit, in float64."""

import numpy as np
from scipy.special import expit


def witness(x):
    return expit(np.asarray(x, dtype=np.float64))


def agrees(answer, x):
    """Tiny answers, too, in all their digits."""
    if answer.dtype == np.float64:
        np.testing.assert_allclose(answer, witness(x), rtol=1e-13)
