# WRONG: basic: += with index arrays counts a repeated pair once
import numpy as np


def confusion_matrix(y_true, y_pred, num_classes=None):
    y_true, y_pred = np.ravel(y_true).astype(int), np.ravel(y_pred).astype(int)
    if num_classes is None:
        num_classes = max(y_true.max(), y_pred.max()) + 1
    matrix = np.zeros((num_classes, num_classes), dtype=int)
    matrix[y_true, y_pred] += 1
    return matrix
