import numpy as np


def em_gmm_1d(x, weights, means, variances, n_iter=1):
    x = np.asarray(x, dtype=np.float64)
    pi, mu, var = [np.array(a, dtype=np.float64) for a in (weights, means, variances)]
    for _ in range(n_iter):
        log_p = np.log(pi)[:, None] - 0.5 * np.log(2 * np.pi * var)[:, None]
        log_p = log_p - 0.5 * (x - mu[:, None]) ** 2 / var[:, None]
        gamma = np.exp(log_p - np.logaddexp.reduce(log_p, axis=0))
        nk = gamma.sum(axis=1)
        pi = nk / nk.sum()
        mu = gamma @ x / nk
        var = np.einsum("kn,kn->k", gamma, (x - mu[:, None]) ** 2) / nk
    return pi, mu, var
