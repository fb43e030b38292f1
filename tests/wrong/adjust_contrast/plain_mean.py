# WRONG: shape: the mean of all channels, which weigh differently in grey
import numpy as np


def adjust_contrast(img, factor):
    x = img.astype(np.float64)
    return np.clip(factor * (x - x.mean()) + x.mean(), 0, 255)
