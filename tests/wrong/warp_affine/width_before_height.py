# WRONG: shape: takes out_shape as width, height, as OpenCV does
import numpy as np


def warp_affine(img, matrix, out_shape):
    H, W = img.shape[:2]
    width, height = out_shape
    out = np.zeros((height, width) + img.shape[2:])
    inverse = np.linalg.inv(np.vstack([matrix, [0, 0, 1]]))
    for i in range(height):
        for j in range(width):
            x, y, _ = inverse @ np.array([j, i, 1.0])
            x0, y0 = int(np.floor(x)), int(np.floor(y))
            for r in (y0, y0 + 1):
                for c in (x0, x0 + 1):
                    if 0 <= r < H and 0 <= c < W:
                        out[i, j] += (1 - abs(x - c)) * (1 - abs(y - r)) * img[r, c]
    return out
