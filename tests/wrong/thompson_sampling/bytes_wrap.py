# WRONG: dtype: 255 + 1 wraps to 0 in a byte
import numpy as np


def thompson_sampling(successes, failures, rng):
    alpha = successes + 1
    beta = failures + 1
    draws = rng.beta(alpha, beta)
    return int(draws.argmax()), draws
