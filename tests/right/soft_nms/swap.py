import math


def iou(p, q):
    w = max(0.0, min(p[2], q[2]) - max(p[0], q[0]))
    h = max(0.0, min(p[3], q[3]) - max(p[1], q[1]))
    union = (p[2] - p[0]) * (p[3] - p[1]) + (q[2] - q[0]) * (q[3] - q[1]) - w * h
    return w * h / union if union > 0 else 0.0


def soft_nms(boxes, scores, method="gaussian", sigma=0.5, iou_threshold=0.3, score_threshold=0.001):
    pool = [(float(s), i, [float(v) for v in b]) for i, (b, s) in enumerate(zip(boxes, scores))]
    keep, values = [], []
    while pool:
        k = max(range(len(pool)), key=lambda j: (pool[j][0], -pool[j][1]))
        score, index, box = pool.pop(k)
        if score < score_threshold:
            break
        keep.append(index)
        values.append(score)
        lowered = []
        for s, i, b in pool:
            u = iou(box, b)
            if method == "linear":
                s = s * (1 - u) if u >= iou_threshold else s
            else:
                s = s * math.exp(-u * u / sigma)
            lowered.append((s, i, b))
        pool = lowered
    return keep, values
