import numpy as np


def precision_recall_f1(y_true, y_pred, average="binary", zero_division=0.0):
    if y_true.size == 0:
        return [zero_division] * 3
    names, index = np.unique(np.concatenate([y_true, y_pred]).astype(int), return_inverse=True)
    n, k = y_true.size, names.size
    m = np.zeros((k, k))
    np.add.at(m, (index[:n], index[n:]), 1)
    tp, said, real = np.diag(m), m.sum(axis=0), m.sum(axis=1)
    if average == "binary":
        here = names == 1
        tp, said, real = (x[here] if here.any() else np.zeros(1) for x in (tp, said, real))
    if average == "micro":
        tp, said, real = (np.array([x.sum()]) for x in (tp, said, real))
    out = []
    for a, b in ((tp, said), (tp, real), (2 * tp, said + real)):
        value = np.where(b == 0, zero_division, a / np.where(b == 0, 1, b))
        out.append(np.dot(value, real) / real.sum() if average == "weighted" else value.mean())
    return tuple(out)
