# WRONG: edge: values below 0 and above 255 stay
import numpy as np


def adjust_contrast(img, factor):
    x = img.astype(np.float64)
    gray = x @ [0.299, 0.587, 0.114] if x.ndim == 3 else x
    return gray.mean() + factor * (x - gray.mean())
