# WRONG: stability: -inf - (-inf) is NaN where no way leads into a label
import numpy as np


def lse(x):
    m = x.max(axis=0)
    return m + np.log(np.exp(x - m).sum(axis=0))


def crf_log_partition(emissions, transitions):
    alpha = emissions[0]
    for e in emissions[1:]:
        alpha = e + lse(alpha[:, None] + transitions)
    return lse(alpha)
