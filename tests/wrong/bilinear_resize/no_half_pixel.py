# WRONG: basic: reads at i * n / m, so the picture moves towards the start
import numpy as np


def bilinear_resize(x, size, align_corners=False):
    n, c, h, w = x.shape
    oh, ow = size
    out = np.zeros((n, c, oh, ow))
    for i in range(oh):
        for j in range(ow):
            if align_corners:
                y = i * (h - 1) / (oh - 1) if oh > 1 else 0.0
                z = j * (w - 1) / (ow - 1) if ow > 1 else 0.0
            else:
                y = i * h / oh
                z = j * w / ow
            y, z = min(max(y, 0), h - 1), min(max(z, 0), w - 1)
            top, left = int(y), int(z)
            down, right = min(top + 1, h - 1), min(left + 1, w - 1)
            a, b = y - top, z - left
            out[:, :, i, j] = ((1 - a) * (1 - b) * x[:, :, top, left]
                               + (1 - a) * b * x[:, :, top, right]
                               + a * (1 - b) * x[:, :, down, left]
                               + a * b * x[:, :, down, right])
    return out
