# WRONG: basic: the labels are those from before the last move
import numpy as np


def kmeans(x, centers, max_iter=100):
    centers = np.array(centers, dtype=float)
    for _ in range(max_iter):
        labels = ((x[:, None] - centers) ** 2).sum(-1).argmin(1)
        new = np.array([x[labels == j].mean(0) if (labels == j).any() else centers[j]
                        for j in range(len(centers))])
        if (new == centers).all():
            break
        centers = new
    return centers, labels
