def precision_recall_f1(y_true, y_pred, average="binary", zero_division=0.0):
    pairs = [(int(t), int(p)) for t, p in zip(y_true, y_pred)]
    if not pairs:
        return zero_division, zero_division, zero_division
    classes = [1] if average == "binary" else sorted({c for pair in pairs for c in pair})
    counts = {c: [0, 0, 0] for c in classes}
    for t, p in pairs:
        if t == p:
            if t in counts:
                counts[t][0] += 1
        else:
            if p in counts:
                counts[p][1] += 1
            if t in counts:
                counts[t][2] += 1

    def metrics(tp, fp, fn):
        precision = tp / (tp + fp) if tp + fp else zero_division
        recall = tp / (tp + fn) if tp + fn else zero_division
        f1 = tp / (tp + (fp + fn) / 2) if tp + fp + fn else zero_division
        return precision, recall, f1

    if average == "micro":
        return metrics(*(sum(c[i] for c in counts.values()) for i in range(3)))
    weights = {c: tp + fn if average == "weighted" else 1 for c, (tp, fp, fn) in counts.items()}
    total = sum(weights.values())
    if average == "binary":
        return metrics(*counts[1])
    each = {c: metrics(*counts[c]) for c in classes}
    return tuple(sum(weights[c] * each[c][i] for c in classes) / total for i in range(3))
