# WRONG: edge: >= keeps a box of which exactly the share is visible
import numpy as np


def mosaic_boxes(boxes, sizes, center, canvas, min_visible=0.1):
    xc, yc = center
    H, W = canvas
    out, image = [], []
    for k in range(4):
        h, w = sizes[k]
        dx = xc if k % 2 else xc - w
        dy = yc if k >= 2 else yc - h
        b = boxes[k].astype(float) + np.array([dx, dy, dx, dy])
        area = (b[:, 2] - b[:, 0]) * (b[:, 3] - b[:, 1])
        b = np.clip(b, 0, [W, H, W, H])
        keep = (b[:, 2] - b[:, 0]) * (b[:, 3] - b[:, 1]) >= min_visible * area
        out.append(b[keep])
        image += [k] * int(keep.sum())
    return np.concatenate(out), np.array(image, dtype=int)
