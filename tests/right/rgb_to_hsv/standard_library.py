import colorsys

import numpy as np


def rgb_to_hsv(img):
    top = 255 if img.dtype.kind in "iu" else 1
    out = np.zeros(img.shape)
    for place in np.ndindex(img.shape[:-1]):
        r, g, b = (float(c) / top for c in img[place])
        h, s, v = colorsys.rgb_to_hsv(r, g, b)
        out[place] = 360 * h, s, v
    return out
