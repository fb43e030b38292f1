# WRONG: edge: an epsilon under the root gives equal embeddings a distance of 1e-4
import numpy as np


def triplet_loss(anchor, positive, negative, margin=1.0, squared=False):
    near = ((anchor - positive) ** 2).sum(axis=1)
    far = ((anchor - negative) ** 2).sum(axis=1)
    if not squared:
        near = np.sqrt(np.maximum(near, 1e-8))
        far = np.sqrt(np.maximum(far, 1e-8))
    return np.maximum(0, near - far + margin).mean()
