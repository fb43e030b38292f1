# WRONG: basic: reads sizes and canvas as width, height
import numpy as np


def mosaic_boxes(boxes, sizes, center, canvas, min_visible=0.1):
    xc, yc = center
    W, H = canvas
    out, image = [], []
    for k in range(4):
        w, h = sizes[k]
        dx = xc if k % 2 else xc - w
        dy = yc if k >= 2 else yc - h
        b = boxes[k].astype(float) + np.array([dx, dy, dx, dy])
        area = (b[:, 2] - b[:, 0]) * (b[:, 3] - b[:, 1])
        b[:, [0, 2]] = b[:, [0, 2]].clip(0, W)
        b[:, [1, 3]] = b[:, [1, 3]].clip(0, H)
        keep = (b[:, 2] - b[:, 0]) * (b[:, 3] - b[:, 1]) > min_visible * area
        out.append(b[keep])
        image += [k] * int(keep.sum())
    return np.concatenate(out), np.array(image, dtype=int)
