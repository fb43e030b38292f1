def iou(p, q):
    w = min(p[2], q[2]) - max(p[0], q[0])
    h = min(p[3], q[3]) - max(p[1], q[1])
    if w <= 0 or h <= 0:
        return 0.0
    return w * h / ((p[2] - p[0]) * (p[3] - p[1]) + (q[2] - q[0]) * (q[3] - q[1]) - w * h)


def match_detections(boxes, scores, gt_boxes, iou_threshold=0.5):
    boxes, gts = boxes.tolist(), gt_boxes.tolist()
    used = set()
    result = [-1] * len(boxes)
    for i in sorted(range(len(boxes)), key=lambda i: (-scores[i], i)):
        best, best_iou = -1, 0.0
        for j, gt in enumerate(gts):
            if j in used:
                continue
            value = iou(boxes[i], gt)
            if value >= iou_threshold and value > best_iou:
                best, best_iou = j, value
        if best >= 0:
            used.add(best)
            result[i] = best
    return result
