import numpy as np


def hmm_forward(observations, start, transitions, emissions):
    logp = 0.0
    alpha = None
    for o in observations:
        if alpha is None:
            alpha = start * emissions[:, o]
        else:
            alpha = (alpha @ transitions) * emissions[:, o]
        total = alpha.sum()
        if total <= 0:
            return float("-inf")
        logp += np.log(total)
        alpha = alpha / total
    return logp
