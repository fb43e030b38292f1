# WRONG: basic: fancy indexing with += keeps only the last of equal labels
import numpy as np


def center_loss(features, labels, centers, alpha=0.5):
    diff = centers[labels] - features
    sums, counts = np.zeros(centers.shape), np.zeros(len(centers))
    sums[labels] += diff
    counts[labels] += 1
    return 0.5 * (diff ** 2).sum(), centers - alpha * sums / (1 + counts)[:, None]
