# WRONG: dtype: the base anchors take the dtype of the sizes, and integers lose their fractions
import numpy as np


def generate_anchors(feature_size, stride, sizes, ratios):
    H, W = feature_size
    base = np.zeros((len(sizes) * len(ratios), 4), dtype=sizes.dtype)
    for i, s in enumerate(sizes):
        for j, r in enumerate(ratios):
            w, h = s / np.sqrt(r), s * np.sqrt(r)
            base[i * len(ratios) + j] = -w / 2, -h / 2, w / 2, h / 2
    x, y = np.meshgrid((np.arange(W) + 0.5) * stride, (np.arange(H) + 0.5) * stride)
    shifts = np.stack([x.ravel(), y.ravel()] * 2, axis=1)
    return (shifts[:, None] + base).reshape(-1, 4)
