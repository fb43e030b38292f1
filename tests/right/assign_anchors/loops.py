def iou(p, q):
    w = min(p[2], q[2]) - max(p[0], q[0])
    h = min(p[3], q[3]) - max(p[1], q[1])
    if w <= 0 or h <= 0:
        return 0.0
    return w * h / ((p[2] - p[0]) * (p[3] - p[1]) + (q[2] - q[0]) * (q[3] - q[1]) - w * h)


def assign_anchors(anchors, gt_boxes, high_threshold=0.7, low_threshold=0.3):
    gts = gt_boxes.tolist()
    ious = [[iou(a, g) for g in gts] for a in anchors.tolist()]
    labels = []
    for row in ious:
        best = max(row) if row else 0.0
        if row and best >= high_threshold:
            labels.append(row.index(best))
        elif best < low_threshold:
            labels.append(-1)
        else:
            labels.append(-2)
    for j in range(len(gts)):
        column = [row[j] for row in ious]
        top = max(column, default=0.0)
        for i, u in enumerate(column):
            if top > 0 and u == top:
                labels[i] = ious[i].index(max(ious[i]))
    return labels
