import numpy as np


def confusion_matrix(y_true, y_pred, num_classes=None):
    t, p = y_true.astype(int).ravel(), y_pred.astype(int).ravel()
    if num_classes is None:
        num_classes = max(t.max(), p.max()) + 1
    one_hot = np.eye(num_classes, dtype=np.int32)
    return one_hot[t].T @ one_hot[p]
