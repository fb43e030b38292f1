# WRONG: dtype: a copy of integer centres cannot hold the step
import numpy as np


def center_loss(features, labels, centers, alpha=0.5):
    diff = centers[labels] - features
    new = centers.copy()
    for j in np.unique(labels):
        mine = diff[labels == j]
        new[j] = centers[j] - alpha * mine.sum(axis=0) / (1 + len(mine))
    return 0.5 * (diff ** 2).sum(), new
