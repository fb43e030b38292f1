# WRONG: stability: plain probabilities underflow to 0
import numpy as np


def hmm_forward(observations, start, transitions, emissions):
    if len(observations) == 0:
        return 0.0
    alpha = start * emissions[:, observations[0]]
    for o in observations[1:]:
        alpha = (alpha @ transitions) * emissions[:, o]
    return np.log(alpha.sum()) if alpha.sum() > 0 else -np.inf
