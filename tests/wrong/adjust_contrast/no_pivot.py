# WRONG: basic: multiplies the values, which is brightness
import numpy as np


def adjust_contrast(img, factor):
    return np.clip(factor * img.astype(np.float64), 0, 255)
