# WRONG: basic: adds two codes of full width: (1, 2) and (2, 1) then look the same
import numpy as np


def code(p, d, base):
    angles = np.asarray(p)[:, None] / base ** (np.arange(0, d, 2) / d)
    return np.stack([np.sin(angles), np.cos(angles)], axis=-1).reshape(len(p), d)


def position_encoding_2d(rows, columns, d_model, base=10000.0):
    return code(rows, d_model, base)[:, None] + code(columns, d_model, base)[None]
