# WRONG: basic: the nearest pixel instead of the four around
import numpy as np


def warp_affine(img, matrix, out_shape):
    H, W = img.shape[:2]
    out = np.zeros(tuple(out_shape) + img.shape[2:])
    inverse = np.linalg.inv(np.vstack([matrix, [0, 0, 1]]))
    for i in range(out_shape[0]):
        for j in range(out_shape[1]):
            x, y, _ = np.rint(inverse @ np.array([j, i, 1.0])).astype(int)
            if 0 <= y < H and 0 <= x < W:
                out[i, j] = img[y, x]
    return out
