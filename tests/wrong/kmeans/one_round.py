# WRONG: basic: it assigns and moves only once
import numpy as np


def kmeans(x, centers, max_iter=100):
    d = ((x[:, None] - centers) ** 2).sum(-1)
    labels = d.argmin(1)
    out = np.array([x[labels == j].mean(0) if (labels == j).any() else centers[j]
                    for j in range(len(centers))])
    return out, ((x[:, None] - out) ** 2).sum(-1).argmin(1)
