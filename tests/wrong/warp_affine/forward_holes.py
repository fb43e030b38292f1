# WRONG: basic: carries each pixel forward to the nearest place, which leaves holes
import numpy as np


def warp_affine(img, matrix, out_shape):
    out = np.zeros(tuple(out_shape) + img.shape[2:])
    for i in range(img.shape[0]):
        for j in range(img.shape[1]):
            x, y = np.rint(matrix @ np.array([j, i, 1.0])).astype(int)
            if 0 <= y < out_shape[0] and 0 <= x < out_shape[1]:
                out[y, x] = img[i, j]
    return out
