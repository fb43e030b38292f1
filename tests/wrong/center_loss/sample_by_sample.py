# WRONG: basic: each sample sees the centre that the one before has moved
import numpy as np


def center_loss(features, labels, centers, alpha=0.5):
    new = centers.astype(float)
    counts = np.bincount(labels, minlength=len(centers))
    loss = 0.5 * ((features - centers[labels]) ** 2).sum()
    for x, y in zip(features, labels):
        new[y] -= alpha * (new[y] - x) / (1 + counts[y])
    return loss, new
