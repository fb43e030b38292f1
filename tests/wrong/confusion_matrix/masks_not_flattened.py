# WRONG: shape: goes through the rows of a mask instead of its pixels
import numpy as np


def confusion_matrix(y_true, y_pred, num_classes=None):
    y_true, y_pred = y_true.astype(int), y_pred.astype(int)
    if num_classes is None:
        num_classes = max(y_true.max(), y_pred.max()) + 1
    matrix = np.zeros((num_classes, num_classes), dtype=int)
    for t, p in zip(y_true, y_pred):
        matrix[t, p] += 1
    return matrix
