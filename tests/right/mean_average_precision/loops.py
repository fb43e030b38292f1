def overlap(a, b):
    w = min(a[2], b[2]) - max(a[0], b[0])
    h = min(a[3], b[3]) - max(a[1], b[1])
    if w <= 0 or h <= 0:
        return 0.0
    return w * h / ((a[2] - a[0]) * (a[3] - a[1]) + (b[2] - b[0]) * (b[3] - b[1]) - w * h)


def mean_average_precision(boxes, scores, labels, true_boxes, true_labels, iou_thresholds=(0.5,)):
    objects = {}
    for image, (bs, ls) in enumerate(zip(true_boxes, true_labels)):
        for b, label in zip(bs.tolist(), ls.tolist()):
            objects.setdefault(label, {}).setdefault(image, []).append(b)
    found = []
    for label, by_image in objects.items():
        detections = []
        for image, (bs, ss, ls) in enumerate(zip(boxes, scores, labels)):
            for b, s, each in zip(bs.tolist(), ss.tolist(), ls.tolist()):
                if each == label:
                    detections.append((s, image, b))
        detections.sort(key=lambda d: d[0], reverse=True)
        total = sum(len(bs) for bs in by_image.values())
        for threshold in iou_thresholds:
            free = {image: list(bs) for image, bs in by_image.items()}
            curve, tp = [], 0
            for k, (_, image, b) in enumerate(detections, 1):
                here = free.get(image, [])
                best = max(here, key=lambda t: overlap(b, t), default=None)
                if best is not None and overlap(b, best) >= threshold:
                    here.remove(best)
                    tp += 1
                    curve.append(tp / k)
            for i in range(len(curve) - 2, -1, -1):
                curve[i] = max(curve[i], curve[i + 1])
            found.append(sum(curve) / total)
    return sum(found) / len(found) if found else float("nan")
