def diou(p, q):
    w = max(0.0, min(p[2], q[2]) - max(p[0], q[0]))
    h = max(0.0, min(p[3], q[3]) - max(p[1], q[1]))
    union = (p[2] - p[0]) * (p[3] - p[1]) + (q[2] - q[0]) * (q[3] - q[1]) - w * h
    iou = w * h / union if union > 0 else 0.0
    rho2 = ((p[0] + p[2] - q[0] - q[2]) ** 2 + (p[1] + p[3] - q[1] - q[3]) ** 2) / 4
    c2 = (max(p[2], q[2]) - min(p[0], q[0])) ** 2 + (max(p[3], q[3]) - min(p[1], q[1])) ** 2
    return iou - rho2 / c2 if c2 > 0 else iou


def diou_nms(boxes, scores, threshold=0.5):
    boxes = boxes.tolist()
    keep = []
    for i in sorted(range(len(boxes)), key=lambda i: (-scores[i], i)):
        if all(diou(boxes[i], boxes[j]) <= threshold for j in keep):
            keep.append(i)
    return keep
