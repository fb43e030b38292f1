# WRONG: edge: a norm of 0 gives max_norm / 0
import numpy as np


def clip_grad_norm(dw, db, max_norm):
    norm = np.sqrt(np.sum(np.square(dw, dtype=float)) + np.sum(np.square(db, dtype=float)))
    scale = max_norm / float(norm)
    scale = min(scale, 1.0)
    return dw * scale, db * scale, norm
