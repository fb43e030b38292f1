# WRONG: edge: an empty list becomes an array of shape (0,), and of floats
import numpy as np


def mosaic_boxes(boxes, sizes, center, canvas, min_visible=0.1):
    xc, yc = center
    H, W = canvas
    out, image = [], []
    for k in range(4):
        h, w = sizes[k]
        dx = xc if k % 2 else xc - w
        dy = yc if k >= 2 else yc - h
        for x1, y1, x2, y2 in boxes[k].astype(float):
            area = (x2 - x1) * (y2 - y1)
            a, c = np.clip([x1 + dx, x2 + dx], 0, W)
            b, d = np.clip([y1 + dy, y2 + dy], 0, H)
            if (c - a) * (d - b) > min_visible * area:
                out.append([a, b, c, d])
                image.append(k)
    return np.array(out), np.array(image)
