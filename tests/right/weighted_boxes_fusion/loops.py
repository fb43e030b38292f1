import numpy as np


def iou(p, q):
    w = max(0.0, min(p[2], q[2]) - max(p[0], q[0]))
    h = max(0.0, min(p[3], q[3]) - max(p[1], q[1]))
    return w * h / ((p[2] - p[0]) * (p[3] - p[1]) + (q[2] - q[0]) * (q[3] - q[1]) - w * h)


def weighted_boxes_fusion(boxes, scores, n_models, iou_threshold=0.55):
    boxes, scores = boxes.tolist(), scores.tolist()
    clusters = []  # each: [fused box, weighted sum, sum of scores, count]
    for i in sorted(range(len(boxes)), key=lambda i: (-scores[i], i)):
        best, best_iou = None, iou_threshold
        for c in clusters:
            u = iou(c[0], boxes[i])
            if u > best_iou:
                best, best_iou = c, u
        if best is None:
            best = [None, [0.0] * 4, 0.0, 0]
            clusters.append(best)
        best[1] = [s + scores[i] * v for s, v in zip(best[1], boxes[i])]
        best[2] += scores[i]
        best[3] += 1
        best[0] = [s / best[2] for s in best[1]]
    rows = [(c[2] / c[3] * min(c[3], n_models) / n_models, c[0]) for c in clusters]
    rows.sort(key=lambda r: -r[0])
    return (
        np.array([box for _, box in rows], dtype=float).reshape(-1, 4),
        np.array([s for s, _ in rows], dtype=float),
    )
