# WRONG: basic: takes the ratio as width / height
import numpy as np


def generate_anchors(feature_size, stride, sizes, ratios):
    H, W = feature_size
    out = []
    for i in range(H):
        for j in range(W):
            cx, cy = (j + 0.5) * stride, (i + 0.5) * stride
            for s in sizes:
                for r in ratios:
                    w, h = s * np.sqrt(r), s / np.sqrt(r)
                    out.append([cx - w / 2, cy - h / 2, cx + w / 2, cy + h / 2])
    return np.array(out).reshape(-1, 4)
