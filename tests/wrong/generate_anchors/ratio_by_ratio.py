# WRONG: basic: in each cell ratio by ratio instead of size by size
import numpy as np


def generate_anchors(feature_size, stride, sizes, ratios):
    H, W = feature_size
    w = sizes[None, :] / np.sqrt(ratios)[:, None]
    h = sizes[None, :] * np.sqrt(ratios)[:, None]
    base = np.stack([-w.ravel(), -h.ravel(), w.ravel(), h.ravel()], axis=1) / 2
    x, y = np.meshgrid((np.arange(W) + 0.5) * stride, (np.arange(H) + 0.5) * stride)
    shifts = np.stack([x.ravel(), y.ravel()] * 2, axis=1)
    return (shifts[:, None] + base).reshape(-1, 4)
