# WRONG: basic: gradients that are short enough are stretched
import numpy as np


def clip_grad_norm(dw, db, max_norm):
    norm = np.sqrt((dw**2).sum() + (db**2).sum())
    scale = max_norm / (norm + 1e-12)
    return dw * scale, db * scale, norm
