# WRONG: stability: E[xx^T] - mu mu^T loses the digits of data far from 0
import numpy as np


def gaussian_mle(x):
    x = x.astype(float)
    mu = x.mean(axis=0)
    return mu, x.T @ x / len(x) - np.outer(mu, mu)
