# WRONG: basic: clips the mean instead of each triplet
import numpy as np


def triplet_loss(anchor, positive, negative, margin=1.0, squared=False):
    near, far = np.linalg.norm(anchor - positive, axis=1), np.linalg.norm(anchor - negative, axis=1)
    if squared:
        near, far = near ** 2, far ** 2
    return max(0.0, np.mean(near - far + margin))
