# WRONG: basic: clips, but keeps what is cut to a sliver, or to nothing
import numpy as np


def mosaic_boxes(boxes, sizes, center, canvas, min_visible=0.1):
    xc, yc = center
    H, W = canvas
    out, image = [], []
    for k in range(4):
        h, w = sizes[k]
        dx = xc if k % 2 else xc - w
        dy = yc if k >= 2 else yc - h
        moved = boxes[k] + np.array([dx, dy, dx, dy])
        moved[:, [0, 2]] = moved[:, [0, 2]].clip(0, W)
        moved[:, [1, 3]] = moved[:, [1, 3]].clip(0, H)
        out.append(moved)
        image += [k] * len(moved)
    return np.concatenate(out).astype(float), np.array(image, dtype=int)
