import numpy as np


def iou(boxes_a, boxes_b):
    areas = np.prod(boxes_b[:, 2:] - boxes_b[:, :2], axis=1)
    rows = []
    for box in boxes_a:
        sides = np.minimum(box[2:], boxes_b[:, 2:]) - np.maximum(box[:2], boxes_b[:, :2])
        inter = np.prod(np.clip(sides, 0, None), axis=1).astype(float)
        union = np.prod(box[2:] - box[:2]) + areas - inter
        with np.errstate(invalid="ignore"):
            rows.append(np.nan_to_num(inter / union))
    return np.array(rows).reshape(len(boxes_a), len(boxes_b))
