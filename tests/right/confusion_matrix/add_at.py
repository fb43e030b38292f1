import numpy as np


def confusion_matrix(y_true, y_pred, num_classes=None):
    t = np.asarray(y_true, dtype=np.int64)
    p = np.asarray(y_pred, dtype=np.int64)
    k = num_classes if num_classes is not None else int(np.maximum(t, p).max()) + 1
    m = np.zeros((k, k), dtype=np.int64)
    np.add.at(m, (t, p), 1)
    return m
