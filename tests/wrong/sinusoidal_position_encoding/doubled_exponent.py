# WRONG: basic: 2k/d for component k, but 2i in the formula is the even component already
import numpy as np


def sinusoidal_position_encoding(positions, d_model, base=10000.0):
    i = np.arange(d_model)
    angles = np.asarray(positions)[..., None] / base ** (2 * i / d_model)
    out = np.zeros(angles.shape)
    out[..., 0::2] = np.sin(angles[..., 0::2])
    out[..., 1::2] = np.cos(angles[..., 1::2])
    return out
