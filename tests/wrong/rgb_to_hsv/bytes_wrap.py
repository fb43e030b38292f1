# WRONG: dtype: subtracts in uint8, where 3 - 5 is 254
import numpy as np


def rgb_to_hsv(img):
    top = 255 if img.dtype.kind in "iu" else 1
    r, g, b = img[..., 0], img[..., 1], img[..., 2]
    v = img.max(axis=-1)
    c = v - img.min(axis=-1)
    d = np.where(c > 0, c, 1)
    h = np.where(v == r, (g - b) / d % 6, np.where(v == g, 2 + (b - r) / d, 4 + (r - g) / d))
    s = c / np.where(v > 0, v, 1)
    return np.stack([60 * h, s, v / top], axis=-1)
