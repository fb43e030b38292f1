import numpy as np


def pca(x, k):
    x = np.array(x, dtype=float)
    centred = x - x.sum(axis=0) / len(x)
    c = centred.T @ centred / (len(x) - 1)
    components, variances = [], []
    for _ in range(k):
        start = np.eye(len(c))
        big = c / np.trace(c)
        for _ in range(30):  # squaring: the 2^30-th power
            big = big @ big
            big /= np.trace(big)
        column = np.argmax(np.linalg.norm(big @ start, axis=0))
        v = big[:, column] / np.linalg.norm(big[:, column])
        v = c @ v
        v /= np.linalg.norm(v)
        value = v @ c @ v
        c = c - value * np.outer(v, v)
        components.append(v)
        variances.append(value)
    components = np.array(components)
    return centred @ components.T, components, np.array(variances)
