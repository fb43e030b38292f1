# WRONG: basic: every array is clipped by its own norm
import numpy as np


def clip_grad_norm(dw, db, max_norm):
    total = np.sqrt(np.sum(dw**2) + np.sum(db**2))
    clipped = []
    for g in (dw, db):
        norm = np.linalg.norm(g)
        clipped.append(g * min(1.0, max_norm / (norm + 1e-6)))
    return clipped[0], clipped[1], total
