# WRONG: basic: the sum runs over the wrong axis of the transitions
import numpy as np


def crf_log_partition(emissions, transitions):
    alpha = np.array(emissions[0], dtype=float)
    for e in emissions[1:]:
        alpha = np.logaddexp.reduce(alpha[:, None] + transitions, axis=1) + e
    return np.logaddexp.reduce(alpha)
