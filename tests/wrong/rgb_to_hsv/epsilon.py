# WRONG: stability: an epsilon in the divisors outweighs dark colours
import numpy as np


def rgb_to_hsv(img):
    rgb = img / 255 if img.dtype.kind in "iu" else img.astype(np.float64)
    r, g, b = rgb[..., 0], rgb[..., 1], rgb[..., 2]
    v = rgb.max(axis=-1)
    c = v - rgb.min(axis=-1)
    d = c + 1e-11
    h = np.where(v == r, (g - b) / d % 6, np.where(v == g, 2 + (b - r) / d, 4 + (r - g) / d))
    return np.stack([60 * np.where(c > 0, h, 0), c / (v + 1e-11), v], axis=-1)
