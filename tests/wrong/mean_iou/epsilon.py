# WRONG: edge: an epsilon gives classes that do not occur the IoU 0
import numpy as np


def mean_iou(y_true, y_pred, num_classes, ignore_index=None):
    keep = y_true != ignore_index if ignore_index is not None else np.ones(y_true.shape, bool)
    t, p = y_true[keep], y_pred[keep]
    shares = [
        ((t == c) & (p == c)).sum() / (((t == c) | (p == c)).sum() + 1e-12) for c in range(num_classes)
    ]
    return np.mean(shares)
