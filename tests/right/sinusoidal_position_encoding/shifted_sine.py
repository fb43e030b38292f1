import numpy as np


def sinusoidal_position_encoding(positions, d_model, base=10000.0):
    k = np.arange(d_model)
    div_term = np.exp((k - k % 2) * (-np.log(base) / d_model))
    angles = np.multiply.outer(np.asarray(positions, dtype=float), div_term)
    return np.sin(angles + (k % 2) * np.pi / 2)
