# WRONG: edge: as many rows as different labels, whatever their numbers
import numpy as np


def confusion_matrix(y_true, y_pred, num_classes=None):
    y_true, y_pred = np.ravel(y_true).astype(int), np.ravel(y_pred).astype(int)
    labels = np.union1d(y_true, y_pred)
    matrix = np.zeros((len(labels), len(labels)), dtype=int)
    for i, t in enumerate(labels):
        for j, p in enumerate(labels):
            matrix[i, j] = np.sum((y_true == t) & (y_pred == p))
    return matrix
