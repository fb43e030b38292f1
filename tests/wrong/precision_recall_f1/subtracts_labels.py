# WRONG: dtype: y_pred - y_true tells FP from FN only for signed integers
import numpy as np


def precision_recall_f1(y_true, y_pred, average="binary", zero_division=0.0):
    def share(a, b):
        return a / b if b else zero_division

    if len(y_true) == 0:
        return (zero_division,) * 3
    rows = []
    for c in [1] if average == "binary" else np.union1d(y_true, y_pred):
        t, p = y_true, y_pred
        if average != "binary":
            t, p = (y_true == c).astype(int), (y_pred == c).astype(int)
        tp = np.sum(t * p)
        fp = np.sum(p - t == 1)
        fn = np.sum(p - t == -1)
        rows.append((tp, fp, fn))
    if average == "micro":
        rows = [tuple(np.sum(rows, axis=0))]
    weights = [tp + fn for tp, _, fn in rows] if average == "weighted" else None
    each = [(share(tp, tp + fp), share(tp, tp + fn), share(2 * tp, 2 * tp + fp + fn)) for tp, fp, fn in rows]
    return tuple(np.average(np.array(each), axis=0, weights=weights))
