# WRONG: basic: np.linalg.norm without an axis is one number for the batch
import numpy as np


def triplet_loss(anchor, positive, negative, margin=1.0, squared=False):
    near, far = np.linalg.norm(anchor - positive), np.linalg.norm(anchor - negative)
    if squared:
        near, far = near ** 2, far ** 2
    return max(0.0, near - far + margin)
