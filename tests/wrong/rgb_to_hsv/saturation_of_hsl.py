# WRONG: basic: the saturation of HSL
import numpy as np


def rgb_to_hsv(img):
    rgb = img / 255 if img.dtype.kind in "iu" else img.astype(np.float64)
    r, g, b = rgb[..., 0], rgb[..., 1], rgb[..., 2]
    v, low = rgb.max(axis=-1), rgb.min(axis=-1)
    c = v - low
    d = np.where(c > 0, c, 1)
    h = np.where(v == r, (g - b) / d % 6, np.where(v == g, 2 + (b - r) / d, 4 + (r - g) / d))
    room = 1 - np.abs(v + low - 1)
    s = c / np.where(room > 0, room, 1)
    return np.stack([60 * h, s, v], axis=-1)
