def precision_recall_curve(y_true, y_score):
    pairs = sorted(zip(y_score.tolist(), y_true.tolist()), reverse=True)
    total = sum(label for _, label in pairs)
    precision, recall, thresholds = [1.0], [0.0], [float("inf")]
    tp = 0
    for i, (score, label) in enumerate(pairs):
        tp += label
        if i + 1 < len(pairs) and pairs[i + 1][0] == score:
            continue
        precision.append(tp / (i + 1))
        recall.append(tp / total if total else 0.0)
        thresholds.append(float(score))
    if not total:
        recall = [float("nan")] * len(recall)
    return precision, recall, thresholds
