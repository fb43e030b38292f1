def roc_curve(y_true, y_score):
    nan = float("nan")
    scores = [float(s) for s in y_score]
    labels = [int(label) for label in y_true]
    positives, negatives = labels.count(1), labels.count(0)
    groups = {}
    for s, label in zip(scores, labels):
        groups.setdefault(s, [0, 0])[label] += 1
    fpr, tpr, thresholds = [0.0], [0.0], [float("inf")]
    fp = tp = 0
    for s in sorted(groups, reverse=True):
        fp += groups[s][0]
        tp += groups[s][1]
        fpr.append(fp / negatives if negatives else nan)
        tpr.append(tp / positives if positives else nan)
        thresholds.append(s)
    if not negatives:
        fpr[0] = nan
    if not positives:
        tpr[0] = nan
    return fpr, tpr, thresholds
