import numpy as np


def triplet_loss(anchor, positive, negative, margin=1.0, squared=False):
    near = np.linalg.norm(anchor - positive, axis=1)
    far = np.linalg.norm(anchor - negative, axis=1)
    gap = near ** 2 - far ** 2 if squared else near - far
    return np.clip(gap + margin, 0, None).mean()
