import math

import numpy as np


def one(p, q):
    w = max(0.0, min(p[2], q[2]) - max(p[0], q[0]))
    h = max(0.0, min(p[3], q[3]) - max(p[1], q[1]))
    union = (p[2] - p[0]) * (p[3] - p[1]) + (q[2] - q[0]) * (q[3] - q[1]) - w * h
    iou = w * h / union if union > 0 else 0.0
    rho = math.hypot((p[0] + p[2] - q[0] - q[2]) / 2, (p[1] + p[3] - q[1] - q[3]) / 2)
    c = math.hypot(max(p[2], q[2]) - min(p[0], q[0]), max(p[3], q[3]) - min(p[1], q[1]))
    return iou - (rho / c) ** 2 if c > 0 else iou


def diou(boxes_a, boxes_b):
    out = [one(p, q) for p in boxes_a.tolist() for q in boxes_b.tolist()]
    return np.array(out, dtype=float).reshape(len(boxes_a), len(boxes_b))
