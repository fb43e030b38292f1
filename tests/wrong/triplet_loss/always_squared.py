# WRONG: basic: squared distances only
import numpy as np


def triplet_loss(anchor, positive, negative, margin=1.0, squared=False):
    near = ((anchor - positive) ** 2).sum(axis=1)
    far = ((anchor - negative) ** 2).sum(axis=1)
    return np.maximum(0, near - far + margin).mean()
