# WRONG: basic: the member nearest to the mean is not the medoid
import numpy as np


def k_medoids(x, medoids, max_iter=100):
    x, medoids = x.astype(float), medoids.copy()
    d = np.abs(x[:, None] - x).sum(-1)
    for _ in range(max_iter):
        labels = d[:, medoids].argmin(axis=1)
        old = medoids.copy()
        for j in range(len(medoids)):
            members = np.where(labels == j)[0]
            if len(members):
                off = np.abs(x[members] - x[members].mean(axis=0)).sum(axis=1)
                medoids[j] = members[off.argmin()]
        if (old == medoids).all():
            break
    return medoids, d[:, medoids].argmin(axis=1)
