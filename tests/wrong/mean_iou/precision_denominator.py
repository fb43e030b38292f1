# WRONG: basic: divides by all pixels predicted as the class, as the notes say
import numpy as np


def mean_iou(y_true, y_pred, num_classes, ignore_index=None):
    shares = []
    counted = y_true != ignore_index if ignore_index is not None else np.ones(y_true.shape, bool)
    for c in range(num_classes):
        called = (y_pred == c) & counted
        if called.any():
            shares.append((called & (y_true == c)).sum() / called.sum())
    return np.mean(shares) if shares else np.nan
