# WRONG: shape: each channel about its own mean, which takes the colour cast away
import numpy as np


def adjust_contrast(img, factor):
    x = img.astype(np.float64)
    m = x.mean(axis=(0, 1), keepdims=True)
    return np.clip(factor * (x - m) + m, 0, 255)
