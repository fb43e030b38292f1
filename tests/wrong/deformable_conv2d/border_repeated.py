# WRONG: edge: clamps the positions to the map, so that its border goes on for ever
import numpy as np


def pair(value):
    return (value, value) if isinstance(value, int) else value


def pixel(maps, y, x):
    """Values (C,) of one pixel, 0 outside."""
    if 0 <= y < maps.shape[1] and 0 <= x < maps.shape[2]:
        return maps[:, y, x]
    return np.zeros(maps.shape[0])


def sample(maps, y, x):
    y, x = np.clip(y, 0, maps.shape[1] - 1), np.clip(x, 0, maps.shape[2] - 1)
    top, left = int(np.floor(y)), int(np.floor(x))
    v, u = y - top, x - left
    return ((1 - v) * (1 - u) * pixel(maps, top, left) + (1 - v) * u * pixel(maps, top, left + 1)
            + v * (1 - u) * pixel(maps, top + 1, left) + v * u * pixel(maps, top + 1, left + 1))


def deformable_conv2d(x, offset, w, b, stride=1, pad=0, mask=None):
    (sh, sw), (ph, pw) = pair(stride), pair(pad)
    n = x.shape[0]
    f, _, kh, kw = w.shape
    oh, ow = offset.shape[2:]
    out = np.zeros((n, f, oh, ow))
    for k in range(n):
        for i in range(oh):
            for j in range(ow):
                total = b.astype(float)
                for u in range(kh):
                    for v in range(kw):
                        tap = u * kw + v
                        dy, dx = offset[k, 2 * tap, i, j], offset[k, 2 * tap + 1, i, j]
                        value = sample(x[k], i * sh - ph + u + dy, j * sw - pw + v + dx)
                        if mask is not None:
                            value = value * mask[k, tap, i, j]
                        total = total + w[:, :, u, v] @ value
                out[k, :, i, j] = total
    return out
