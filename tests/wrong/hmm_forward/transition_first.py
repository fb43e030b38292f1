# WRONG: basic: a transition is made before the first observation
import numpy as np


def hmm_forward(observations, start, transitions, emissions):
    alpha, logp = start, 0.0
    for o in observations:
        alpha = (alpha @ transitions) * emissions[:, o]
        total = alpha.sum()
        if total == 0:
            return -np.inf
        logp += np.log(total)
        alpha = alpha / total
    return logp
