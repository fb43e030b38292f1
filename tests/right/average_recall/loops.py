def overlap(a, b):
    w = min(a[2], b[2]) - max(a[0], b[0])
    h = min(a[3], b[3]) - max(a[1], b[1])
    if w <= 0 or h <= 0:
        return 0.0
    return w * h / ((a[2] - a[0]) * (a[3] - a[1]) + (b[2] - b[0]) * (b[3] - b[1]) - w * h)


def average_recall(boxes, scores, labels, true_boxes, true_labels, max_detections=100):
    found, total = {}, {}
    for image in range(len(boxes)):
        objects, seen = {}, {}
        for b, c in zip(true_boxes[image].tolist(), true_labels[image].tolist()):
            objects.setdefault(c, []).append(b)
        for b, s, c in zip(boxes[image].tolist(), scores[image].tolist(), labels[image].tolist()):
            seen.setdefault(c, []).append((s, b))
        for c, truths in objects.items():
            total[c] = total.get(c, 0) + len(truths)
            ranked = sorted(seen.get(c, []), key=lambda pair: -pair[0])[:max_detections]
            for percent in range(50, 100, 5):
                free = [True] * len(truths)
                for _, box in ranked:
                    best, which = percent / 100, None
                    for j, truth in enumerate(truths):
                        if free[j] and overlap(box, truth) >= best:
                            best, which = overlap(box, truth), j
                    if which is not None:
                        free[which] = False
                        found[c] = found.get(c, 0) + 1
    if not total:
        return float("nan")
    return sum(found.get(c, 0) / (10 * n) for c, n in total.items()) / len(total)
