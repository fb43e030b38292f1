# WRONG: stability: exponentials of the raw scores overflow
import numpy as np


def crf_log_partition(emissions, transitions):
    alpha = np.exp(emissions[0] * 1.0)
    log_scale = 0.0
    for e in emissions[1:]:
        alpha = (alpha @ np.exp(transitions * 1.0)) * np.exp(e * 1.0)
        log_scale += np.log(alpha.sum())
        alpha = alpha / alpha.sum()
    return np.log(alpha.sum()) + log_scale
