# WRONG: basic: macro F1 is computed from the mean precision and the mean recall
import numpy as np


def precision_recall_f1(y_true, y_pred, average="binary", zero_division=0.0):
    def share(a, b):
        return a / b if b else zero_division

    t, p = np.asarray(y_true).astype(int), np.asarray(y_pred).astype(int)
    if len(t) == 0:
        return (zero_division,) * 3
    classes = [1] if average == "binary" else np.union1d(t, p)
    tp = np.array([np.sum((t == c) & (p == c)) for c in classes])
    said = np.array([np.sum(p == c) for c in classes])
    real = np.array([np.sum(t == c) for c in classes])
    if average == "micro":
        tp, said, real = tp.sum(keepdims=True), said.sum(keepdims=True), real.sum(keepdims=True)
    weights = real if average == "weighted" else np.ones(len(real))
    precision = np.average([share(a, b) for a, b in zip(tp, said)], weights=weights)
    recall = np.average([share(a, b) for a, b in zip(tp, real)], weights=weights)
    return precision, recall, share(2 * precision * recall, precision + recall)
