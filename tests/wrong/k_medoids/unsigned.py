# WRONG: dtype: differences of uint8 wrap around below 0
import numpy as np


def k_medoids(x, medoids, max_iter=100):
    medoids = medoids.copy()
    d = np.abs(x[:, None] - x).sum(-1)
    for _ in range(max_iter):
        labels = d[:, medoids].argmin(axis=1)
        old = medoids.copy()
        for j in range(len(medoids)):
            members = np.where(labels == j)[0]
            if len(members):
                medoids[j] = members[d[np.ix_(members, members)].sum(axis=1).argmin()]
        if (old == medoids).all():
            break
    return medoids, d[:, medoids].argmin(axis=1)
