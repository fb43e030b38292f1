import math


def giou(a, b):
    inter, hull = 1.0, 1.0
    for centre, side in ((0, 2), (1, 3)):
        lows = a[centre] - a[side] / 2, b[centre] - b[side] / 2
        highs = a[centre] + a[side] / 2, b[centre] + b[side] / 2
        inter *= max(min(highs) - max(lows), 0.0)
        hull *= max(highs) - min(lows)
    union = a[2] * a[3] + b[2] * b[3] - inter
    return inter / union + union / hull - 1


def detr_match_cost(logits, boxes, target_labels, target_boxes, weights=(1.0, 5.0, 2.0)):
    cost_class, cost_bbox, cost_giou = weights
    table = []
    targets = list(zip(target_labels.tolist(), target_boxes.tolist()))
    for row, box in zip(logits.tolist(), boxes.tolist()):
        highest = max(row)
        total = sum(math.exp(z - highest) for z in row)
        costs = []
        for label, target in targets:
            p = math.exp(row[label] - highest) / total
            l1 = sum(abs(x - y) for x, y in zip(box, target))
            costs.append(cost_bbox * l1 - cost_class * p + cost_giou * (1 - giou(box, target)))
        table.append(costs)
    return table
