# WRONG: stability: |a|^2 + |p|^2 - 2ap cancels far from the origin
import numpy as np


def triplet_loss(anchor, positive, negative, margin=1.0, squared=False):
    def d2(x, y):
        return np.maximum((x * x).sum(1) + (y * y).sum(1) - 2 * (x * y).sum(1), 0)
    a, p, n = (x.astype(float) for x in (anchor, positive, negative))
    near, far = d2(a, p), d2(a, n)
    if not squared:
        near, far = np.sqrt(near), np.sqrt(far)
    return np.maximum(0, near - far + margin).mean()
