import numpy as np


def position_encoding_2d(rows, columns, d_model, base=10000.0):
    y, x = np.meshgrid(rows, columns, indexing="ij")
    omega = np.exp(-np.log(base) * np.arange(d_model // 4) / (d_model / 4))
    out = np.empty((*y.shape, d_model))
    for start, p in ((0, y), (d_model // 2, x)):
        angles = p[..., None] * omega
        out[..., start:start + d_model // 2:2] = np.sin(angles)
        out[..., start + 1:start + d_model // 2:2] = np.cos(angles)
    return out
