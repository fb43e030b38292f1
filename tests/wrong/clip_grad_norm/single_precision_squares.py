# WRONG: stability: the squares of exploded float32 gradients overflow
import numpy as np


def clip_grad_norm(dw, db, max_norm):
    norm = np.sqrt((dw**2).sum() + (db**2).sum())
    scale = min(1.0, max_norm / (norm + 1e-6))
    return dw * scale, db * scale, norm
