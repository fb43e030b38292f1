# WRONG: basic: the area of the convex hull instead of the enclosing box, as the notes define it
import numpy as np


def hull_area(p, q):
    corners = [(x, y) for box in (p, q) for x in (box[0], box[2]) for y in (box[1], box[3])]
    corners = sorted(set(corners))

    def half(points):
        out = []
        for x, y in points:
            while len(out) > 1:
                (x1, y1), (x2, y2) = out[-2], out[-1]
                if (x2 - x1) * (y - y1) - (y2 - y1) * (x - x1) > 0:
                    break
                out.pop()
            out.append((x, y))
        return out[:-1]

    ring = half(corners) + half(corners[::-1])
    return sum(a[0] * b[1] - a[1] * b[0] for a, b in zip(ring, ring[1:] + ring[:1])) / 2


def giou(boxes_a, boxes_b):
    out = np.zeros((len(boxes_a), len(boxes_b)))
    for i, p in enumerate(boxes_a.tolist()):
        for j, q in enumerate(boxes_b.tolist()):
            w = max(0, min(p[2], q[2]) - max(p[0], q[0]))
            h = max(0, min(p[3], q[3]) - max(p[1], q[1]))
            union = (p[2] - p[0]) * (p[3] - p[1]) + (q[2] - q[0]) * (q[3] - q[1]) - w * h
            c = hull_area(p, q)
            iou = w * h / union if union else 0.0
            out[i, j] = iou - (c - union) / c if c else 0.0
    return out
