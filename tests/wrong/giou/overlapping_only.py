# WRONG: basic: disjoint boxes return 0 early, as IoU does, so what GIoU is for never happens
import numpy as np


def one(p, q):
    w = min(p[2], q[2]) - max(p[0], q[0])
    h = min(p[3], q[3]) - max(p[1], q[1])
    if w <= 0 or h <= 0:
        return 0.0
    union = (p[2] - p[0]) * (p[3] - p[1]) + (q[2] - q[0]) * (q[3] - q[1]) - w * h
    c = (max(p[2], q[2]) - min(p[0], q[0])) * (max(p[3], q[3]) - min(p[1], q[1]))
    return w * h / union - (c - union) / c


def giou(boxes_a, boxes_b):
    out = [[one(p, q) for q in boxes_b] for p in boxes_a]
    return np.array(out, dtype=float).reshape(len(boxes_a), len(boxes_b))
