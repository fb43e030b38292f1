# WRONG: basic: classes are moved apart by 1, far less than a box is wide
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
    return nms(boxes + idxs.astype(float)[:, None], scores, iou_threshold)
