def sensitivity_specificity(y_true, y_score, threshold=0.5):
    tp = fp = fn = tn = 0
    for label, score in zip(y_true.tolist(), y_score.tolist()):
        if score >= threshold:
            tp, fp = (tp + 1, fp) if label else (tp, fp + 1)
        elif label:
            fn += 1
        else:
            tn += 1
    return (
        tp / (tp + fn) if tp + fn else float("nan"),
        tn / (tn + fp) if tn + fp else float("nan"),
    )
