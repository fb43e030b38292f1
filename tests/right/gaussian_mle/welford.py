import numpy as np


def gaussian_mle(x):
    mean = np.zeros(x.shape[1])
    m2 = np.zeros((x.shape[1], x.shape[1]))
    for i, row in enumerate(np.asarray(x, dtype=float), 1):
        before = row - mean
        mean = mean + before / i
        m2 += np.outer(before, row - mean)
    return mean, m2 / len(x)
