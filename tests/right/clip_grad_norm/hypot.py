import numpy as np


def clip_grad_norm(dw, db, max_norm):
    norm = np.hypot(np.linalg.norm(dw.astype(float)), np.linalg.norm(db.astype(float)))
    scale = min(1.0, max_norm / (norm + 1e-6))
    return dw * scale, db * scale, norm
