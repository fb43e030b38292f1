# WRONG: edge: where no weight is above the threshold the mean is NaN
import numpy as np


def ternarize_weights(w, factor=0.7):
    size = np.abs(w)
    large = size > factor * size.mean()
    return (np.sign(w) * large).astype(int), float(size[large].mean())
