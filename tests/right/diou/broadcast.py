import numpy as np


def diou(boxes_a, boxes_b):
    ax1, ay1, ax2, ay2 = (c[:, None] for c in boxes_a.T)
    bx1, by1, bx2, by2 = boxes_b.T
    iw = np.clip(np.minimum(ax2, bx2) - np.maximum(ax1, bx1), 0, None)
    ih = np.clip(np.minimum(ay2, by2) - np.maximum(ay1, by1), 0, None)
    union = (ax2 - ax1) * (ay2 - ay1) + (bx2 - bx1) * (by2 - by1) - iw * ih
    # four times rho^2: the halves of the centres are left out
    rho = (ax1 + ax2 - bx1 - bx2) ** 2 + (ay1 + ay2 - by1 - by2) ** 2
    c = (np.maximum(ax2, bx2) - np.minimum(ax1, bx1)) ** 2
    c = c + (np.maximum(ay2, by2) - np.minimum(ay1, by1)) ** 2
    iou = iw * ih / np.where(union == 0, 1, union)
    return iou - rho / (4 * np.where(c == 0, 1, c))
