import numpy as np


def kmeans_weight_sharing(w, k, num_iters=10):
    values = [float(v) for v in w.ravel()]
    centroids = np.linspace(min(values), max(values), k).tolist()

    def assign():
        return [min(range(k), key=lambda j: abs(v - centroids[j])) for v in values]

    for _ in range(num_iters):
        groups = [[] for _ in range(k)]
        for v, j in zip(values, assign()):
            groups[j].append(v)
        centroids = [sum(g) / len(g) if g else c for g, c in zip(groups, centroids)]
    return np.array(centroids), np.array(assign()).reshape(w.shape)
