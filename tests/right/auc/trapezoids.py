def auc(y_true, y_score):
    groups = {}
    for label, score in zip(y_true.tolist(), y_score.tolist()):
        count = groups.setdefault(score, [0, 0])
        count[int(label)] += 1
    tp = fp = area = 0
    for score in sorted(groups, reverse=True):
        negatives, positives = groups[score]
        area += negatives * (tp + positives / 2)
        tp += positives
        fp += negatives
    return area / (tp * fp) if tp and fp else float("nan")
