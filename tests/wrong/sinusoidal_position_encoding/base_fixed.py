# WRONG: edge: 10000 is written into the formula, the argument base is ignored
import numpy as np


def sinusoidal_position_encoding(positions, d_model, base=10000.0):
    freq = np.exp(-np.arange(0, d_model, 2) * np.log(10000.0) / d_model)
    angles = np.asarray(positions)[..., None] * freq
    return np.stack([np.sin(angles), np.cos(angles)], axis=-1).reshape(*angles.shape[:-1], d_model)
