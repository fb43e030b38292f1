# WRONG: edge: the number of classes is read from the truth alone
import numpy as np


def confusion_matrix(y_true, y_pred, num_classes=None):
    y_true, y_pred = np.ravel(y_true).astype(int), np.ravel(y_pred).astype(int)
    if num_classes is None:
        num_classes = y_true.max() + 1
    matrix = np.zeros((num_classes, num_classes), dtype=int)
    np.add.at(matrix, (y_true, y_pred), 1)
    return matrix
