import numpy as np


def thompson_sampling(successes, failures, rng):
    best, draws = 0, []
    for arm in range(len(successes)):
        draws.append(rng.beta(float(successes[arm]) + 1, float(failures[arm]) + 1))
        if draws[arm] > draws[best]:
            best = arm
    return best, np.array(draws)
