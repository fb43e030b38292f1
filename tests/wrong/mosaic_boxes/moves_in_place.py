# WRONG: aliasing: boxes += offset moves the caller's boxes
import numpy as np


def mosaic_boxes(boxes, sizes, center, canvas, min_visible=0.1):
    xc, yc = center
    H, W = canvas
    out, image = [], []
    for k in range(4):
        h, w = sizes[k]
        dx = xc if k % 2 else xc - w
        dy = yc if k >= 2 else yc - h
        b = boxes[k] if boxes[k].dtype.kind == "f" else boxes[k].astype(float)
        b[:, [0, 2]] += dx
        b[:, [1, 3]] += dy
        area = (b[:, 2] - b[:, 0]) * (b[:, 3] - b[:, 1])
        cut = np.clip(b, 0, [W, H, W, H])
        keep = (cut[:, 2] - cut[:, 0]) * (cut[:, 3] - cut[:, 1]) > min_visible * area
        out.append(cut[keep])
        image += [k] * int(keep.sum())
    return np.concatenate(out), np.array(image, dtype=int)
