# WRONG: aliasing: moves the centres of the caller
import numpy as np


def center_loss(features, labels, centers, alpha=0.5):
    if centers.dtype.kind != 'f':
        centers = centers.astype(float)
    diff = centers[labels] - features
    counts = np.bincount(labels, minlength=len(centers))
    np.subtract.at(centers, labels, alpha * diff / (1 + counts[labels])[:, None])
    return 0.5 * (diff ** 2).sum(), centers
