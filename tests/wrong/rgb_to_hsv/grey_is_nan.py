# WRONG: edge: 0 / 0 for greys
import numpy as np


def rgb_to_hsv(img):
    rgb = img / 255 if img.dtype.kind in "iu" else img.astype(np.float64)
    r, g, b = rgb[..., 0], rgb[..., 1], rgb[..., 2]
    v = rgb.max(axis=-1)
    c = v - rgb.min(axis=-1)
    h = np.where(v == r, (g - b) / c % 6, np.where(v == g, 2 + (b - r) / c, 4 + (r - g) / c))
    s = c / np.where(v > 0, v, 1)
    return np.stack([60 * h, s, v], axis=-1)
