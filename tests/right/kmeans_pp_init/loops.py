import numpy as np


def kmeans_pp_init(x, k, rng):
    points = [[float(v) for v in row] for row in x]
    n = len(points)
    centers = [points[rng.integers(n)]]
    near = [float("inf")] * n
    for _ in range(1, k):
        for i, p in enumerate(points):
            near[i] = min(near[i], sum((a - b) ** 2 for a, b in zip(p, centers[-1])))
        total = sum(near)
        if total == 0:
            i = rng.integers(n)
        else:
            i = rng.choice(n, p=[v / total for v in near])
        centers.append(points[i])
    return np.array(centers)
