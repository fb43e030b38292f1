# WRONG: basic: averages over the triplets that cost something
import numpy as np


def triplet_loss(anchor, positive, negative, margin=1.0, squared=False):
    near, far = np.linalg.norm(anchor - positive, axis=1), np.linalg.norm(anchor - negative, axis=1)
    if squared:
        near, far = near ** 2, far ** 2
    losses = np.maximum(0, near - far + margin)
    return losses.sum() / max((losses > 0).sum(), 1)
