# WRONG: aliasing: the caller's medoids are overwritten
import numpy as np


def k_medoids(x, medoids, max_iter=100):
    x = x.astype(float)
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
