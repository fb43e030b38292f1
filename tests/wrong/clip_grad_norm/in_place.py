# WRONG: aliasing: scales the gradients in place, as PyTorch does
import numpy as np


def clip_grad_norm(dw, db, max_norm):
    dw, db = np.asarray(dw, dtype=float), np.asarray(db, dtype=float)
    norm = np.sqrt((dw**2).sum() + (db**2).sum())
    if norm > max_norm:
        dw *= max_norm / norm
        db *= max_norm / norm
    return dw, db, norm
