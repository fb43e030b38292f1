# WRONG: basic: moves the centres first
import numpy as np


def center_loss(features, labels, centers, alpha=0.5):
    new = centers.astype(float)
    for j in np.unique(labels):
        mine = centers[j] - features[labels == j]
        new[j] -= alpha * mine.sum(axis=0) / (1 + len(mine))
    return 0.5 * ((features - new[labels]) ** 2).sum(), new
