# WRONG: basic: moves the boxes, but does not clip them
import numpy as np


def mosaic_boxes(boxes, sizes, center, canvas, min_visible=0.1):
    xc, yc = center
    out, image = [], []
    for k in range(4):
        h, w = sizes[k]
        dx = xc if k % 2 else xc - w
        dy = yc if k >= 2 else yc - h
        out.append(boxes[k] + np.array([dx, dy, dx, dy]))
        image += [k] * len(boxes[k])
    return np.concatenate(out).astype(float), np.array(image, dtype=int)
