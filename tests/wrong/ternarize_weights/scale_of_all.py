# WRONG: basic: the scale is the mean of all magnitudes, which is that of binary weights
import numpy as np


def ternarize_weights(w, factor=0.7):
    if w.size == 0:
        return np.zeros(w.shape, dtype=int), 0.0
    mean = np.abs(w).mean()
    codes = np.sign(w) * (np.abs(w) > factor * mean)
    return codes.astype(int), float(mean)
