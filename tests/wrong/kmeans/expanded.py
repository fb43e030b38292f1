# WRONG: stability: |x|^2 - 2 x.c + |c|^2 loses all digits far from 0
import numpy as np


def assign(x, c):
    return ((x**2).sum(1)[:, None] - 2 * x @ c.T + (c**2).sum(1)).argmin(1)


def kmeans(x, centers, max_iter=100):
    x, centers = x.astype(float), centers.astype(float)
    labels = None
    for _ in range(max_iter):
        new = assign(x, centers)
        if labels is not None and (new == labels).all():
            break
        labels = new
        for j in range(len(centers)):
            if (labels == j).any():
                centers[j] = x[labels == j].mean(axis=0)
    return centers, assign(x, centers)
