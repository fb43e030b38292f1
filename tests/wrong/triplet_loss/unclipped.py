# WRONG: basic: without max(0, ...), easy triplets pay for hard ones
import numpy as np


def triplet_loss(anchor, positive, negative, margin=1.0, squared=False):
    near, far = np.linalg.norm(anchor - positive, axis=1), np.linalg.norm(anchor - negative, axis=1)
    if squared:
        near, far = near ** 2, far ** 2
    return np.mean(near - far + margin)
