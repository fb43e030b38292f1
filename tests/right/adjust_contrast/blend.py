import numpy as np


def adjust_contrast(img, factor):
    x = img.astype(np.float64)
    if x.ndim == 3:
        r, g, b = x.mean(axis=(0, 1))
        grey = 0.299 * r + 0.587 * g + 0.114 * b
    else:
        grey = x.mean()
    blended = factor * x + (1.0 - factor) * grey
    blended[blended < 0] = 0
    blended[blended > 255] = 255
    return blended
