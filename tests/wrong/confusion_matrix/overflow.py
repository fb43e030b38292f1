# WRONG: dtype: label * K wraps around in uint8
import numpy as np


def confusion_matrix(y_true, y_pred, num_classes=None):
    if num_classes is None:
        num_classes = int(max(y_true.max(), y_pred.max())) + 1
    index = y_true.reshape(-1) * num_classes + y_pred.reshape(-1)
    return np.bincount(index, minlength=num_classes**2).reshape(num_classes, num_classes)
