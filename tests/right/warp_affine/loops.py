import math

import numpy as np


def warp_affine(img, matrix, out_shape):
    (a, b, tx), (c, d, ty) = [[float(v) for v in row] for row in matrix]
    det = a * d - b * c
    H, W = img.shape[:2]
    out = np.zeros(tuple(out_shape) + img.shape[2:])
    for i in range(out_shape[0]):
        for j in range(out_shape[1]):
            dx, dy = j - tx, i - ty
            x, y = (d * dx - b * dy) / det, (a * dy - c * dx) / det
            x0, y0 = math.floor(x), math.floor(y)
            fx, fy = x - x0, y - y0
            for r, wy in ((y0, 1 - fy), (y0 + 1, fy)):
                for s, wx in ((x0, 1 - fx), (x0 + 1, fx)):
                    if 0 <= r < H and 0 <= s < W:
                        out[i, j] += wx * wy * img[r, s]
    return out
