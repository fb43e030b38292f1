# WRONG: basic: the points stand at the corners of the parts, not in their middle
from math import floor

import numpy as np


def read(m, y, x):
    """m is (C, H, W)"""
    h, w = m.shape[1:]
    if y < -1 or y > h or x < -1 or x > w:
        return 0.0
    y, x = min(max(y, 0), h - 1), min(max(x, 0), w - 1)
    i, j = floor(y), floor(x)
    i2, j2 = min(i + 1, h - 1), min(j + 1, w - 1)
    a, b = y - i, x - j
    return ((1 - a) * ((1 - b) * m[:, i, j] + b * m[:, i, j2])
            + a * ((1 - b) * m[:, i2, j] + b * m[:, i2, j2]))


def roi_align(x, boxes, output_size, spatial_scale=1.0, sampling_ratio=2, aligned=True):
    ph, pw = output_size if isinstance(output_size, tuple) else (output_size, output_size)
    s = sampling_ratio
    out = np.zeros((len(boxes), x.shape[1], ph, pw))
    shift = 0.5 if aligned else 0.0
    for k in range(len(boxes)):
        x1, y1, x2, y2 = (float(v) * spatial_scale - shift for v in boxes[k, 1:])
        rh, rw = y2 - y1, x2 - x1
        if not aligned:
            rh, rw = max(rh, 1.0), max(rw, 1.0)
        bh, bw = rh / ph, rw / pw
        for i in range(ph):
            for j in range(pw):
                total = 0.0
                for u in range(s):
                    for v in range(s):
                        y = y1 + i * bh + u * bh / s
                        z = x1 + j * bw + v * bw / s
                        total = total + read(x[int(boxes[k, 0])], y, z)
                out[k, :, i, j] = total / (s * s)
    return out
