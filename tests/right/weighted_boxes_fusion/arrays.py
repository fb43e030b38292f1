import numpy as np


def weighted_boxes_fusion(boxes, scores, n_models, iou_threshold=0.55):
    order = np.argsort(-scores, kind="stable")
    b, s = boxes[order].astype(float), scores[order].astype(float)
    owner = np.full(len(b), -1)
    fused = np.empty((len(b), 4))
    k = 0
    for i in range(len(b)):
        f = fused[:k]
        wh = np.clip(np.minimum(f[:, 2:], b[i, 2:]) - np.maximum(f[:, :2], b[i, :2]), 0, None)
        inter = wh[:, 0] * wh[:, 1]
        area = (f[:, 2] - f[:, 0]) * (f[:, 3] - f[:, 1])
        u = inter / (area + (b[i, 2] - b[i, 0]) * (b[i, 3] - b[i, 1]) - inter)
        if k and u.max() > iou_threshold:
            owner[i] = u.argmax()
        else:
            owner[i] = k
            k += 1
        mine = owner == owner[i]
        fused[owner[i]] = s[mine] @ b[mine] / s[mine].sum()
    count = np.bincount(owner, minlength=k)[:k]
    total = np.bincount(owner, weights=s, minlength=k)[:k]
    conf = total / np.maximum(count, 1) * np.minimum(count, n_models) / n_models
    rank = np.argsort(-conf, kind="stable")
    return fused[:k][rank], conf[rank]
