import numpy as np


def giou(boxes_a, boxes_b):
    ax1, ay1, ax2, ay2 = (c[:, None] for c in boxes_a.T)
    bx1, by1, bx2, by2 = boxes_b.T
    inter_w = np.clip(np.minimum(ax2, bx2) - np.maximum(ax1, bx1), 0, None)
    inter_h = np.clip(np.minimum(ay2, by2) - np.maximum(ay1, by1), 0, None)
    inter = inter_w * inter_h
    union = (ax2 - ax1) * (ay2 - ay1) + (bx2 - bx1) * (by2 - by1) - inter
    c_area = (np.maximum(ax2, bx2) - np.minimum(ax1, bx1)) * (
        np.maximum(ay2, by2) - np.minimum(ay1, by1)
    )
    # IoU - (C - U) / C = IoU + U / C - 1
    with np.errstate(divide="ignore", invalid="ignore"):
        iou = np.where(union > 0, inter / union, 0.0)
        return np.where(c_area > 0, iou + union / c_area - 1, 0.0)
