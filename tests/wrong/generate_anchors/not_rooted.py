# WRONG: basic: the ratio without its root, so h / w is its square
import numpy as np


def generate_anchors(feature_size, stride, sizes, ratios):
    H, W = feature_size
    out = []
    for i in range(H):
        for j in range(W):
            cx, cy = (j + 0.5) * stride, (i + 0.5) * stride
            for s in sizes:
                for r in ratios:
                    w, h = s / r, s * r
                    out.append([cx - w / 2, cy - h / 2, cx + w / 2, cy + h / 2])
    return np.array(out).reshape(-1, 4)
