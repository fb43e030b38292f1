# WRONG: edge: a class without objects counts with 0
import numpy as np


def box_iou(a, b):
    a, b = a.astype(float)[:, None], b.astype(float)[None]
    sides = np.clip(np.minimum(a[..., 2:], b[..., 2:]) - np.maximum(a[..., :2], b[..., :2]), 0, None)
    inter = sides.prod(-1)
    area = [(x[..., 2:] - x[..., :2]).prod(-1) for x in (a, b)]
    return inter / (area[0] + area[1] - inter)


def average_precision(tp, scores, num_gt):
    tp = np.cumsum(tp[np.argsort(-scores, kind="stable")])
    recall, precision = tp / num_gt, tp / np.arange(1, len(tp) + 1)
    precision = np.maximum.accumulate(precision[::-1])[::-1]
    return np.sum(np.diff(recall, prepend=0) * precision)


def match(boxes, scores, truths, threshold):
    tp, taken = np.zeros(len(boxes)), set()
    if len(truths) == 0:
        return tp
    overlaps = box_iou(boxes, truths)
    for i in np.argsort(-scores, kind="stable"):
        free = [j for j in range(len(truths)) if j not in taken]
        if free:
            best = max(free, key=lambda j: overlaps[i, j])
            if overlaps[i, best] >= threshold:
                tp[i] = 1
                taken.add(best)
    return tp


def mean_average_precision(boxes, scores, labels, true_boxes, true_labels, iou_thresholds=(0.5,)):
    areas = []
    for c in np.unique(np.concatenate([*labels, *true_labels])):
        for t in iou_thresholds:
            tp, conf, num_gt = [], [], 0
            for b, s, n, tb, tn in zip(boxes, scores, labels, true_boxes, true_labels):
                tp.append(match(b[n == c], s[n == c], tb[tn == c], t))
                conf.append(s[n == c])
                num_gt += np.sum(tn == c)
            area = average_precision(np.concatenate(tp), np.concatenate(conf), num_gt) if num_gt else 0.0
            areas.append(area)
    return np.mean(areas)
