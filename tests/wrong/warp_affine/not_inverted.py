# WRONG: basic: looks back with the forward matrix
import numpy as np


def warp_affine(img, matrix, out_shape):
    H, W = img.shape[:2]
    out = np.zeros(tuple(out_shape) + img.shape[2:])
    for i in range(out_shape[0]):
        for j in range(out_shape[1]):
            x, y = matrix @ np.array([j, i, 1.0])
            x0, y0 = int(np.floor(x)), int(np.floor(y))
            for r in (y0, y0 + 1):
                for c in (x0, x0 + 1):
                    if 0 <= r < H and 0 <= c < W:
                        out[i, j] += (1 - abs(x - c)) * (1 - abs(y - r)) * img[r, c]
    return out
