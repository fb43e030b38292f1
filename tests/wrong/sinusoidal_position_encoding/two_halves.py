# WRONG: basic: all sines first, then all cosines, instead of in turn
import numpy as np


def sinusoidal_position_encoding(positions, d_model, base=10000.0):
    freq = base ** (-np.arange(0, d_model, 2) / d_model)
    angles = np.asarray(positions)[..., None] * freq
    return np.concatenate([np.sin(angles), np.cos(angles)], axis=-1)
