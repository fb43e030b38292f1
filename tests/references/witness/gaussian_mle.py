"""SciPy's fit of a multivariate normal distribution by maximum likelihood."""

import numpy as np
from scipy.stats import multivariate_normal


def witness(x):
    return multivariate_normal.fit(np.asarray(x, np.float64))
