import numpy as np


def k_medoids(x, medoids, max_iter=100):
    x = np.asarray(x, dtype=np.float64)
    d = np.zeros((len(x), len(x)))
    for column in x.T:
        d += np.abs(np.subtract.outer(column, column))
    m = np.array(medoids)
    labels = np.argmin(d[m], axis=0)
    for _ in range(max_iter):
        same = labels[:, None] == labels[None, :]
        totals = np.where(same, d, 0).sum(axis=1)
        for j in range(len(m)):
            if np.any(labels == j):
                m[j] = np.argmin(np.where(labels == j, totals, np.inf))
        new = np.argmin(d[m], axis=0)
        if np.array_equal(new, labels):
            break
        labels = new
    return m, labels
