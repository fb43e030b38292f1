# WRONG: aliasing: img -= mean works on the caller's image
import numpy as np


def adjust_contrast(img, factor):
    if img.dtype.kind != "f":
        img = img.astype(np.float64)
    gray = img @ np.array([0.299, 0.587, 0.114], img.dtype) if img.ndim == 3 else img
    m = gray.mean()
    img -= m
    img *= factor
    img += m
    return np.clip(img, 0, 255)
