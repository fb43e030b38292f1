def area(box):
    return (box[2] - box[0]) * (box[3] - box[1])


def overlap(p, q):
    w = max(0.0, min(p[2], q[2]) - max(p[0], q[0]))
    h = max(0.0, min(p[3], q[3]) - max(p[1], q[1]))
    union = area(p) + area(q) - w * h
    return w * h / union if union else 0.0


def nms(boxes, scores, iou_threshold=0.5):
    boxes = [[float(v) for v in box] for box in boxes]
    keep = []
    for i in sorted(range(len(boxes)), key=lambda i: (-scores[i], i)):
        if all(overlap(boxes[i], boxes[j]) <= iou_threshold for j in keep):
            keep.append(i)
    return keep
