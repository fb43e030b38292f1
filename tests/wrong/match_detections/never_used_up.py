# WRONG: basic: every box above the threshold is a true positive: duplicates count
import numpy as np


def iou(p, q):
    w = max(0.0, min(p[2], q[2]) - max(p[0], q[0]))
    h = max(0.0, min(p[3], q[3]) - max(p[1], q[1]))
    return w * h / ((p[2] - p[0]) * (p[3] - p[1]) + (q[2] - q[0]) * (q[3] - q[1]) - w * h)


def match_detections(boxes, scores, gt_boxes, iou_threshold=0.5):
    used = np.zeros(len(gt_boxes), dtype=bool)
    result = np.full(len(boxes), -1)
    for i in range(len(boxes)):
        ious = np.array([iou(boxes[i], gt) for gt in gt_boxes])
        if len(ious) and ious.max() >= iou_threshold:
            result[i] = ious.argmax()
    return result
