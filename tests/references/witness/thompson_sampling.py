"""SciPy: scipy.stats.beta draws from the same generator; the arm by sorting."""

import numpy as np
from scipy.stats import beta


def witness(successes, failures, rng):
    alpha, other = (np.asarray(each, dtype=np.float64) + 1 for each in (successes, failures))
    draws = beta.rvs(alpha, other, size=alpha.shape, random_state=rng)
    return int(np.argsort(draws)[-1]), draws
