# WRONG: basic: indices within the class are returned as if they were of all boxes
import numpy as np


def nms(boxes, scores, limit):
    order = np.argsort(-scores, kind="stable")
    keep = []
    while order.size:
        best, rest = order[0], order[1:]
        keep.append(best)
        sides = np.minimum(boxes[best, 2:], boxes[rest, 2:]) - np.maximum(boxes[best, :2], boxes[rest, :2])
        inter = np.clip(sides, 0, None).prod(axis=1)
        area = lambda x: (x[..., 2:] - x[..., :2]).prod(axis=-1)
        union = area(boxes[best]) + area(boxes[rest]) - inter
        order = rest[inter <= limit * union]
    return np.array(keep, dtype=int)


def batched_nms(boxes, scores, idxs, iou_threshold=0.5):
    keep = [np.zeros(0, dtype=int)]
    for c in np.unique(idxs):
        mine = idxs == c
        keep.append(nms(boxes[mine], scores[mine], iou_threshold))
    keep = np.concatenate(keep)
    return keep[np.argsort(-scores[keep], kind="stable")]
