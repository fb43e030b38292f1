def mean_iou(y_true, y_pred, num_classes, ignore_index=None):
    tp, fp, fn = ([0] * num_classes for _ in range(3))
    for t, p in zip(y_true.ravel().tolist(), y_pred.ravel().tolist()):
        if ignore_index is not None and t == ignore_index:
            continue
        if t == p:
            tp[int(t)] += 1
        else:
            fp[int(p)] += 1
            fn[int(t)] += 1
    shares = [a / (a + b + c) for a, b, c in zip(tp, fp, fn) if a + b + c]
    return sum(shares) / len(shares) if shares else float("nan")
