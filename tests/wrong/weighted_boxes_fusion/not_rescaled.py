# WRONG: basic: the score is the mean, however few models found the box
import numpy as np


def iou(p, q):
    w = max(0.0, min(p[2], q[2]) - max(p[0], q[0]))
    h = max(0.0, min(p[3], q[3]) - max(p[1], q[1]))
    return w * h / ((p[2] - p[0]) * (p[3] - p[1]) + (q[2] - q[0]) * (q[3] - q[1]) - w * h)


def weighted_boxes_fusion(boxes, scores, n_models, iou_threshold=0.55):
    members, fused = [], []
    for i in np.argsort(-scores, kind="stable"):
        ious = [iou(f, boxes[i]) for f in fused]
        if ious and max(ious) > iou_threshold:
            k = int(np.argmax(ious))
            members[k].append(i)
            s = scores[members[k]]
            fused[k] = (s[:, None] * boxes[members[k]]).sum(axis=0) / s.sum()
        else:
            members.append([i])
            fused.append(boxes[i].astype(float))
    conf = np.array([scores[m].mean() for m in members], dtype=float)
    rank = np.argsort(-conf, kind="stable")
    return np.array(fused, dtype=float).reshape(-1, 4)[rank], conf[rank]
