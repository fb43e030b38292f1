import numpy as np


def batched_nms(boxes, scores, idxs, iou_threshold=0.5):
    order = np.lexsort((np.arange(len(scores)), -scores))
    b, label = boxes[order].astype(float), idxs[order]
    area = np.prod(b[:, 2:] - b[:, :2], axis=1)
    alive = np.ones(len(b), dtype=bool)
    for i in range(len(b)):
        if not alive[i]:
            continue
        sides = np.minimum(b[i, 2:], b[i + 1 :, 2:]) - np.maximum(b[i, :2], b[i + 1 :, :2])
        inter = np.clip(sides, 0, None).prod(axis=1)
        same = label[i + 1 :] == label[i]
        alive[i + 1 :] &= ~(same & (inter > iou_threshold * (area[i] + area[i + 1 :] - inter)))
    return order[alive]
