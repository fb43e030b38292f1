# WRONG: basic: anchors stand on the cells' corners
import numpy as np


def generate_anchors(feature_size, stride, sizes, ratios):
    H, W = feature_size
    out = []
    for i in range(H):
        for j in range(W):
            cx, cy = j * stride, i * stride
            for s in sizes:
                for r in ratios:
                    w, h = s / np.sqrt(r), s * np.sqrt(r)
                    out.append([cx - w / 2, cy - h / 2, cx + w / 2, cy + h / 2])
    return np.array(out).reshape(-1, 4)
