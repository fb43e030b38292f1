# WRONG: basic: precision is divided by the real positives, recall by the called ones
import numpy as np


def precision_recall_f1(y_true, y_pred, average="binary", zero_division=0.0):
    def share(a, b):
        return a / b if b else zero_division

    t, p = np.asarray(y_true).astype(int), np.asarray(y_pred).astype(int)
    classes = [1] if average == "binary" else sorted(set(t.tolist()) | set(p.tolist()))
    rows = [(np.sum((t == c) & (p == c)), np.sum(p == c), np.sum(t == c)) for c in classes]
    if average == "micro":
        rows = [tuple(sum(column) for column in zip(*rows))]
    each = [(share(tp, n), share(tp, m), share(2 * tp, m + n)) for tp, m, n in rows]
    weights = [n for _, _, n in rows] if average == "weighted" else None
    if len(t) == 0:
        return (zero_division,) * 3
    return tuple(np.average(np.array(each), axis=0, weights=weights))
