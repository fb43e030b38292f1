# WRONG: basic: rho / c without the squares
import numpy as np


def diou(box, boxes):
    sides = np.minimum(box[2:], boxes[:, 2:]) - np.maximum(box[:2], boxes[:, :2])
    inter = np.clip(sides, 0, None).prod(axis=1)
    union = (box[2:] - box[:2]).prod() + (boxes[:, 2:] - boxes[:, :2]).prod(axis=1) - inter
    iou = inter / np.where(union > 0, union, 1)
    rho2 = ((box[:2] + box[2:] - boxes[:, :2] - boxes[:, 2:]) ** 2).sum(axis=1) / 4
    c2 = ((np.maximum(box[2:], boxes[:, 2:]) - np.minimum(box[:2], boxes[:, :2])) ** 2).sum(axis=1)
    return iou - np.sqrt(rho2 / np.where(c2 > 0, c2, 1))


def diou_nms(boxes, scores, threshold=0.5):
    order = np.argsort(-scores, kind="stable")
    keep = []
    while order.size:
        best, rest = order[0], order[1:]
        keep.append(best)
        order = rest[diou(boxes[best], boxes[rest]) <= threshold]
    return np.array(keep, dtype=int)
