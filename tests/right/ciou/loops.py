import math

import numpy as np


def one(p, q):
    pw, ph, qw, qh = p[2] - p[0], p[3] - p[1], q[2] - q[0], q[3] - q[1]
    w = max(0.0, min(p[2], q[2]) - max(p[0], q[0]))
    h = max(0.0, min(p[3], q[3]) - max(p[1], q[1]))
    union = pw * ph + qw * qh - w * h
    iou = w * h / union if union > 0 else 0.0
    rho2 = ((p[0] + p[2] - q[0] - q[2]) ** 2 + (p[1] + p[3] - q[1] - q[3]) ** 2) / 4
    c2 = (max(p[2], q[2]) - min(p[0], q[0])) ** 2 + (max(p[3], q[3]) - min(p[1], q[1])) ** 2
    difference = math.atan2(pw, ph) - math.atan2(qw, qh)
    v = 4 / math.pi**2 * difference**2
    penalty = v * v / (1 - iou + v) if v > 0 else 0.0
    return iou - rho2 / c2 - penalty


def ciou(boxes_a, boxes_b):
    out = [one(p, q) for p in boxes_a.tolist() for q in boxes_b.tolist()]
    return np.array(out, dtype=float).reshape(len(boxes_a), len(boxes_b))
