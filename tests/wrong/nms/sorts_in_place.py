# WRONG: aliasing: overwrites the scores of what it has taken
import numpy as np


def overlap(box, boxes):
    sides = np.minimum(box[2:], boxes[:, 2:]) - np.maximum(box[:2], boxes[:, :2])
    inter = np.clip(sides, 0, None).prod(axis=1)
    areas = (boxes[:, 2:] - boxes[:, :2]).prod(axis=1)
    union = (box[2:] - box[:2]).prod() + areas - inter
    return np.where(union > 0, inter / np.where(union > 0, union, 1), 0.0)


def nms(boxes, scores, iou_threshold=0.5):
    keep = []
    for _ in range(len(scores)):
        best = int(np.argmax(scores))
        if np.isneginf(scores[best]):
            break
        keep.append(best)
        scores[overlap(boxes[best], boxes) > iou_threshold] = -np.inf
        scores[best] = -np.inf
    return np.array(keep, dtype=int)
