import numpy as np


def k_medoids(x, medoids, max_iter=100):
    points = [[float(v) for v in row] for row in x]
    centers = [int(m) for m in medoids]

    def distance(i, j):
        return sum(abs(a - b) for a, b in zip(points[i], points[j]))

    def assign():
        clusters = []
        for i in range(len(points)):
            ds = [distance(i, m) for m in centers]
            clusters.append(ds.index(min(ds)))
        return clusters

    for _ in range(max_iter):
        labels = assign()
        new = list(centers)
        for j in range(len(centers)):
            members = [i for i in range(len(points)) if labels[i] == j]
            best = None
            for i in members:
                total = sum(distance(i, o) for o in members)
                if best is None or total < best:
                    best, new[j] = total, i
        if new == centers:
            break
        centers = new
    return np.array(centers), np.array(assign())
