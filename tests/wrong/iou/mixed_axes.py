# WRONG: basic: top and left are mixed up, and the second height is the first's (the notes' code)
import numpy as np


def calculate_iou(box_1, box_2):
    area_1 = (box_1[2] - box_1[0]) * (box_1[3] - box_1[1])
    area_2 = (box_2[2] - box_2[0]) * (box_1[3] - box_1[1])
    top = max(box_1[0], box_2[0])
    left = max(box_1[1], box_2[1])
    bottom = min(box_1[3], box_2[3])
    right = min(box_1[2], box_2[2])
    if left >= right or top >= bottom:
        return 0
    inter = (right - left) * (bottom - top)
    return float(inter) / (area_1 + area_2 - inter)


def iou(boxes_a, boxes_b):
    out = [[calculate_iou(p, q) for q in boxes_b] for p in boxes_a]
    return np.array(out, dtype=float).reshape(len(boxes_a), len(boxes_b))
