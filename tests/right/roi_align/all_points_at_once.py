import numpy as np


def roi_align(x, boxes, output_size, spatial_scale=1.0, sampling_ratio=2, aligned=True):
    ph, pw = np.broadcast_to(output_size, 2)
    s, (n, c, h, w) = sampling_ratio, x.shape
    x = x.astype(np.float64)
    boxes = np.asarray(boxes, np.float64)
    b = boxes[:, 1:] * spatial_scale - (0.5 if aligned else 0)
    sides = b[:, 2:] - b[:, :2]
    if not aligned:
        sides = np.maximum(sides, 1)
    y = b[:, 1, None] + sides[:, 1, None] * (np.arange(ph * s) + 0.5) / (ph * s)
    z = b[:, 0, None] + sides[:, 0, None] * (np.arange(pw * s) + 0.5) / (pw * s)
    ok = ((y >= -1) & (y <= h))[:, :, None] & ((z >= -1) & (z <= w))[:, None, :]
    y, z = np.clip(y, 0, h - 1)[:, :, None], np.clip(z, 0, w - 1)[:, None, :]
    i, j = y.astype(int), z.astype(int)
    i2, j2 = np.minimum(i + 1, h - 1), np.minimum(j + 1, w - 1)
    fy, fz = (y - i)[..., None], (z - j)[..., None]
    m = boxes[:, 0].astype(int)[:, None, None]
    maps = x.transpose(0, 2, 3, 1)
    top = maps[m, i, j] * (1 - fz) + maps[m, i, j2] * fz
    low = maps[m, i2, j] * (1 - fz) + maps[m, i2, j2] * fz
    v = (top * (1 - fy) + low * fy) * ok[..., None]
    v = v.reshape(len(boxes), ph, s, pw, s, c).mean(axis=(2, 4))
    return v.transpose(0, 3, 1, 2)
