import numpy as np


def soft_nms(boxes, scores, method="gaussian", sigma=0.5, iou_threshold=0.3, score_threshold=0.001):
    b = boxes.astype(np.float64)
    sides = np.minimum(b[:, None, 2:], b[None, :, 2:]) - np.maximum(b[:, None, :2], b[None, :, :2])
    inter = np.prod(np.maximum(sides, 0), axis=2)
    area = (b[:, 2] - b[:, 0]) * (b[:, 3] - b[:, 1])
    union = area[:, None] + area[None] - inter
    ious = np.divide(inter, union, out=np.zeros_like(inter), where=union > 0)
    if method == "gaussian":
        factor = np.exp(-ious * ious / sigma)
    else:
        factor = np.where(ious < iou_threshold, 1.0, 1.0 - ious)
    s = scores.astype(np.float64)
    open_ = np.ones(len(s), dtype=bool)
    picks = np.empty(len(s), dtype=np.int64)
    for n in range(len(s)):
        i = int(np.argmax(np.where(open_, s, -1.0)))
        picks[n] = i
        open_[i] = False
        s = np.where(open_, s * factor[i], s)
    picks = picks[s[picks] >= score_threshold]
    return picks, s[picks]
