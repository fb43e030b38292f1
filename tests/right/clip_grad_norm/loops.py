import math

import numpy as np


def clip_grad_norm(dw, db, max_norm):
    everything = [float(g) for g in dw.ravel()] + [float(g) for g in db]
    norm = math.sqrt(sum(g * g for g in everything))
    if norm > max_norm:
        everything = [g * max_norm / norm for g in everything]
    new_dw = np.array(everything[:dw.size], dtype=float).reshape(dw.shape)
    return new_dw, np.array(everything[dw.size:], dtype=float), norm
