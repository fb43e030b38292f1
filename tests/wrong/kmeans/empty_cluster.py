# WRONG: edge: the mean of no samples is NaN
import numpy as np


def kmeans(x, centers, max_iter=100):
    for _ in range(max_iter):
        labels = ((x[:, None] - centers) ** 2).sum(-1).argmin(1)
        new = np.array([x[labels == j].mean(axis=0) for j in range(len(centers))])
        if np.array_equal(new, centers):
            break
        centers = new
    return new, ((x[:, None] - new) ** 2).sum(-1).argmin(1)
