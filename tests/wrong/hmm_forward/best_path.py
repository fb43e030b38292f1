# WRONG: basic: the probability of the best path (Viterbi), not of all
import numpy as np


def hmm_forward(observations, start, transitions, emissions):
    if len(observations) == 0:
        return 0.0
    with np.errstate(divide="ignore"):
        A, B, delta = np.log(transitions), np.log(emissions), np.log(start)
    delta = delta + B[:, observations[0]]
    for o in observations[1:]:
        delta = (delta[:, None] + A).max(axis=0) + B[:, o]
    return delta.max()
