import numpy as np


def gaussian_mle(x):
    n, d = x.shape
    mu = np.zeros(d)
    for row in x:
        mu += row / n
    sigma = np.zeros((d, d))
    for row in x:
        off = row - mu
        sigma += np.outer(off, off)
    return mu, sigma / n
