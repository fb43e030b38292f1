# WRONG: basic: cosines of different frequencies, as one of the notes has it
import numpy as np


def sinusoidal_position_encoding(positions, d_model, base=10000.0):
    freq = base ** (-(np.arange(d_model) // 2 * 2) / d_model)
    return np.cos(np.asarray(positions)[..., None] * freq)
