# WRONG: edge: classes between the labels count as classes with F1 0
import numpy as np


def precision_recall_f1(y_true, y_pred, average="binary", zero_division=0.0):
    t, p = np.asarray(y_true).astype(int), np.asarray(y_pred).astype(int)
    if len(t) == 0:
        return (zero_division,) * 3
    classes = np.arange(max(t.max(), p.max()) + 1) if average != "binary" else np.array([1])
    tp = np.array([np.sum((t == c) & (p == c)) for c in classes])
    said = np.array([np.sum(p == c) for c in classes])
    real = np.array([np.sum(t == c) for c in classes])
    if average == "micro":
        tp, said, real = tp.sum(keepdims=True), said.sum(keepdims=True), real.sum(keepdims=True)

    def share(a, b):
        return np.where(b > 0, a / np.maximum(b, 1), zero_division)

    each = share(tp, said), share(tp, real), share(2 * tp, said + real)
    weights = real if average == "weighted" else None
    return tuple(np.average(x, weights=weights) for x in each)
