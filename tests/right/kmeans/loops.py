import math

import numpy as np


def nearest(point, centers):
    best, where = math.inf, 0
    for j, c in enumerate(centers):
        d = sum((a - b) ** 2 for a, b in zip(point, c))
        if d < best:
            best, where = d, j
    return where


def kmeans(x, centers, max_iter=100):
    points, centers = x.tolist(), centers.tolist()
    for _ in range(max_iter):
        members = [[] for _ in centers]
        for p in points:
            members[nearest(p, centers)].append(p)
        new = [[math.fsum(c) / len(m) for c in zip(*m)] if m else old
               for m, old in zip(members, centers)]
        if new == centers:
            break
        centers = new
    return np.array(centers, dtype=float), np.array([nearest(p, centers) for p in points])
