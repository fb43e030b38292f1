# WRONG: basic: moves all values by the same amount, whatever their distance from the mean
import numpy as np


def adjust_contrast(img, factor):
    x = img.astype(np.float64)
    gray = x @ [0.299, 0.587, 0.114] if x.ndim == 3 else x
    step = (factor - 1) * 30
    return np.clip(np.where(x > gray.mean(), x + step, x - step), 0, 255)
