import numpy as np


def area(x1, y1, x2, y2):
    return max(0.0, x2 - x1) * max(0.0, y2 - y1)


def giou(boxes_a, boxes_b):
    out = np.zeros((len(boxes_a), len(boxes_b)))
    for i, p in enumerate(boxes_a.tolist()):
        for j, q in enumerate(boxes_b.tolist()):
            inter = area(max(p[0], q[0]), max(p[1], q[1]), min(p[2], q[2]), min(p[3], q[3]))
            hull = area(min(p[0], q[0]), min(p[1], q[1]), max(p[2], q[2]), max(p[3], q[3]))
            union = area(*p) + area(*q) - inter
            iou = inter / union if union > 0 else 0.0
            out[i, j] = iou - (hull - union) / hull if hull > 0 else 0.0
    return out
