import numpy as np


def warp_affine(img, matrix, out_shape):
    """A frame of zeros two wide, and every place outside sent into it."""
    H, W = img.shape[:2]
    framed = np.pad(img.astype(np.float64), [(2, 2), (2, 2)] + [(0, 0)] * (img.ndim - 2))
    inverse = np.linalg.inv(np.vstack([matrix, [0, 0, 1]]))
    jj, ii = np.meshgrid(np.arange(out_shape[1]), np.arange(out_shape[0]))
    x, y, _ = inverse @ np.stack([jj.ravel(), ii.ravel(), np.ones(jj.size)])
    x = np.clip(x, -2, W) + 2
    y = np.clip(y, -2, H) + 2
    x0 = np.minimum(np.floor(x).astype(int), W + 2)
    y0 = np.minimum(np.floor(y).astype(int), H + 2)
    fx, fy = x - x0, y - y0
    if img.ndim == 3:
        fx, fy = fx[:, None], fy[:, None]
    top = (1 - fx) * framed[y0, x0] + fx * framed[y0, x0 + 1]
    bottom = (1 - fx) * framed[y0 + 1, x0] + fx * framed[y0 + 1, x0 + 1]
    return ((1 - fy) * top + fy * bottom).reshape(tuple(out_shape) + img.shape[2:])
