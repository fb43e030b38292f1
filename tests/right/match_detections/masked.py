import numpy as np


def match_detections(boxes, scores, gt_boxes, iou_threshold=0.5):
    n, m = len(boxes), len(gt_boxes)
    tp = np.full(n, -1)
    if n == 0 or m == 0:
        return tp
    sides = np.minimum(boxes[:, None, 2:], gt_boxes[:, 2:]) - np.maximum(boxes[:, None, :2], gt_boxes[:, :2])
    inter = np.clip(sides, 0, None).prod(-1)
    area = lambda x: (x[:, 2:] - x[:, :2]).prod(1)
    ious = inter / (area(boxes)[:, None] + area(gt_boxes) - inter)
    free = np.ones(m, dtype=bool)
    for i in np.argsort(-scores, kind="stable"):
        candidates = np.where(free & (ious[i] >= iou_threshold))[0]
        if candidates.size:
            j = candidates[np.argmax(ious[i, candidates])]
            free[j] = False
            tp[i] = j
    return tp
