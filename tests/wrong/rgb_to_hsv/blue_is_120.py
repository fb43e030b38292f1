# WRONG: basic: green and blue have swapped offsets, as in an image of OpenCV's order
import numpy as np


def rgb_to_hsv(img):
    rgb = img / 255 if img.dtype.kind in "iu" else img.astype(np.float64)
    b, g, r = rgb[..., 0], rgb[..., 1], rgb[..., 2]
    v = rgb.max(axis=-1)
    c = v - rgb.min(axis=-1)
    d = np.where(c > 0, c, 1)
    h = np.where(v == r, (g - b) / d % 6, np.where(v == g, 2 + (b - r) / d, 4 + (r - g) / d))
    s = c / np.where(v > 0, v, 1)
    return np.stack([60 * h, s, v], axis=-1)
