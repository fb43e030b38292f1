# WRONG: basic: the column fills the first half, as in MAE's code
import numpy as np


def code(p, d, base):
    angles = np.asarray(p)[:, None] / base ** (np.arange(0, d, 2) / d)
    return np.stack([np.sin(angles), np.cos(angles)], axis=-1).reshape(len(p), d)


def position_encoding_2d(rows, columns, d_model, base=10000.0):
    r, c = code(rows, d_model // 2, base), code(columns, d_model // 2, base)
    r, c = np.broadcast_arrays(r[:, None], c[None])
    return np.concatenate([c, r], axis=-1)
