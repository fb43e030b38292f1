import numpy as np


def thompson_sampling(successes, failures, rng):
    theta = rng.beta(1.0 + successes.astype('float64'), 1.0 + failures.astype('float64'))
    return np.argsort(-theta)[0], theta
