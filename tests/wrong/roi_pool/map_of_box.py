# WRONG: shape: every box is read from the first map of the batch
from math import ceil, floor

import numpy as np


def roi_pool(x, boxes, output_size, spatial_scale=1.0):
    ph, pw = output_size if isinstance(output_size, tuple) else (output_size, output_size)
    n, c, h, w = x.shape
    out = np.zeros((len(boxes), c, ph, pw))
    for k, box in enumerate(boxes):
        x1, y1, x2, y2 = (floor(v * spatial_scale + 0.5) for v in box[1:].tolist())
        rh, rw = max(y2 - y1 + 1, 1), max(x2 - x1 + 1, 1)
        for i in range(ph):
            top = min(max(y1 + floor(i * rh / ph), 0), h)
            bottom = min(max(y1 + ceil((i + 1) * rh / ph), 0), h)
            for j in range(pw):
                left = min(max(x1 + floor(j * rw / pw), 0), w)
                right = min(max(x1 + ceil((j + 1) * rw / pw), 0), w)
                if top < bottom and left < right:
                    out[k, :, i, j] = x[0, :, top:bottom, left:right].max(axis=(1, 2))
    return out
