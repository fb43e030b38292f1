# WRONG: basic: rows are the prediction
import numpy as np


def confusion_matrix(y_true, y_pred, num_classes=None):
    y_true, y_pred = np.ravel(y_true).astype(int), np.ravel(y_pred).astype(int)
    if num_classes is None:
        num_classes = max(y_true.max(), y_pred.max()) + 1
    matrix = np.zeros((num_classes, num_classes), dtype=int)
    for t, p in zip(y_true, y_pred):
        matrix[p, t] += 1
    return matrix
