"""SciPy's city-block distances, and the rounds by their definition, member by member."""

import numpy as np
from scipy.spatial.distance import cdist


def witness(x, medoids, max_iter=100):
    x = np.asarray(x, np.float64)
    d = cdist(x, x, "cityblock").tolist()
    medoids = [int(m) for m in medoids]

    def assigned():
        return [
            min(range(len(medoids)), key=lambda j: (d[i][medoids[j]], j)) for i in range(len(x))
        ]

    for _ in range(max_iter):
        labels, old = assigned(), list(medoids)
        for j in set(labels):
            members = [i for i, label in enumerate(labels) if label == j]
            totals = {i: sum(d[i][o] for o in members) for i in members}
            medoids[j] = min(members, key=lambda i: (totals[i], i))
        if medoids == old:
            break
    return np.array(medoids), np.array(assigned())
