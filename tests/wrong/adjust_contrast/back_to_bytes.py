# WRONG: dtype: returns uint8 for uint8
import numpy as np


def adjust_contrast(img, factor):
    x = img.astype(np.float64)
    gray = x @ [0.299, 0.587, 0.114] if x.ndim == 3 else x
    out = np.clip(gray.mean() + factor * (x - gray.mean()), 0, 255)
    return out.astype(img.dtype)
