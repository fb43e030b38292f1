def iou(p, q):
    w = min(p[2], q[2]) - max(p[0], q[0])
    h = min(p[3], q[3]) - max(p[1], q[1])
    if w <= 0 or h <= 0:
        return 0.0
    return w * h / ((p[2] - p[0]) * (p[3] - p[1]) + (q[2] - q[0]) * (q[3] - q[1]) - w * h)


def batched_nms(boxes, scores, idxs, iou_threshold=0.5):
    boxes, labels = boxes.tolist(), idxs.tolist()
    keep = []
    for i in sorted(range(len(boxes)), key=lambda i: -scores[i]):
        for j in keep:
            if labels[i] == labels[j] and iou(boxes[i], boxes[j]) > iou_threshold:
                break
        else:
            keep.append(i)
    return keep
