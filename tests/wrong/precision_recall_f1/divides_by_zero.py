# WRONG: edge: 0/0 is not looked after
import numpy as np


def precision_recall_f1(y_true, y_pred, average="binary", zero_division=0.0):
    t, p = np.asarray(y_true).astype(int), np.asarray(y_pred).astype(int)
    classes = [1] if average == "binary" else np.union1d(t, p)
    tp = np.array([np.sum((t == c) & (p == c)) for c in classes])
    said = np.array([np.sum(p == c) for c in classes])
    real = np.array([np.sum(t == c) for c in classes])
    if average == "micro":
        tp, said, real = tp.sum(keepdims=True), said.sum(keepdims=True), real.sum(keepdims=True)
    weights = real if average == "weighted" else np.ones(len(real))
    precision, recall, f1 = tp / said, tp / real, 2 * tp / (said + real)
    return tuple(float(np.average(x, weights=weights)) for x in (precision, recall, f1))
