import numpy as np


def overlap(box, boxes):
    sides = np.minimum(box[2:], boxes[:, 2:]) - np.maximum(box[:2], boxes[:, :2])
    inter = np.clip(sides, 0, None).prod(axis=1)
    areas = (boxes[:, 2:] - boxes[:, :2]).prod(axis=1)
    union = (box[2:] - box[:2]).prod() + areas - inter
    return np.where(union > 0, inter / np.where(union > 0, union, 1), 0.0)


def nms(boxes, scores, iou_threshold=0.5):
    alive = np.ones(len(boxes), dtype=bool)
    keep = np.zeros(0, dtype=np.int64)
    for i in np.lexsort((np.arange(len(scores)), -scores)):
        if alive[i]:
            keep = np.append(keep, i)
            alive &= overlap(boxes[i], boxes) <= iou_threshold
    return keep
