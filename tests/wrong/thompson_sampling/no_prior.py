# WRONG: basic: the counts are the parameters, without the prior's 1 and 1
import numpy as np


def thompson_sampling(successes, failures, rng):
    draws = rng.beta(np.maximum(successes, 1e-9), np.maximum(failures, 1e-9))
    return int(np.argmax(draws)), draws
