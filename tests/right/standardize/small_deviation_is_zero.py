import numpy as np


def standardize(x_train, x_test):
    x_train = np.array(x_train, dtype=np.float64)
    x_test = np.array(x_test, dtype=np.float64)
    mu = x_train.mean(axis=0, keepdims=True)
    centred = x_train - mu
    sigma = np.sqrt(np.einsum("ij,ij->j", centred, centred) / x_train.shape[0])
    sigma[sigma <= 1e-12 * np.abs(mu[0])] = 1.0
    return centred / sigma, (x_test - mu) / sigma
