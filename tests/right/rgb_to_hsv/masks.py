import numpy as np


def rgb_to_hsv(img):
    rgb = np.array(img, dtype=np.float64)
    if np.issubdtype(img.dtype, np.integer):
        rgb /= 255
    flat = rgb.reshape(-1, 3)
    out = np.zeros_like(flat)
    high, low = flat.max(axis=1), flat.min(axis=1)
    which = flat.argmax(axis=1)
    colour = high > low
    for k in range(3):
        m = colour & (which == k)
        following, last = flat[m, (k + 1) % 3], flat[m, (k + 2) % 3]
        out[m, 0] = 120 * k + 60 * (following - last) / (high[m] - low[m])
    out[out[:, 0] < 0, 0] += 360
    lit = high > 0
    out[lit, 1] = 1 - low[lit] / high[lit]
    out[:, 2] = high
    return out.reshape(rgb.shape)
