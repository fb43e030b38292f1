# WRONG: basic: upper and left images stay where they are, though they are larger than their quarter
import numpy as np


def mosaic_boxes(boxes, sizes, center, canvas, min_visible=0.1):
    xc, yc = center
    H, W = canvas
    out, image = [], []
    for k in range(4):
        dx = xc if k % 2 else 0
        dy = yc if k >= 2 else 0
        right, bottom = (W if k % 2 else xc), (H if k >= 2 else yc)
        b = boxes[k].astype(float) + np.array([dx, dy, dx, dy])
        area = (b[:, 2] - b[:, 0]) * (b[:, 3] - b[:, 1])
        b[:, [0, 2]] = b[:, [0, 2]].clip(dx, right)
        b[:, [1, 3]] = b[:, [1, 3]].clip(dy, bottom)
        keep = (b[:, 2] - b[:, 0]) * (b[:, 3] - b[:, 1]) > min_visible * area
        out.append(b[keep])
        image += [k] * int(keep.sum())
    return np.concatenate(out), np.array(image, dtype=int)
