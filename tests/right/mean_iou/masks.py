import numpy as np


def mean_iou(y_true, y_pred, num_classes, ignore_index=None):
    counted = np.full(y_true.shape, True)
    if ignore_index is not None:
        counted = y_true != ignore_index
    classes = np.arange(num_classes).reshape(-1, *[1] * y_true.ndim)
    t = (y_true == classes) & counted
    p = (y_pred == classes) & counted
    axes = tuple(range(1, t.ndim))
    inter, union = (t & p).sum(axes), (t | p).sum(axes)
    return np.mean(inter[union > 0] / union[union > 0]) if union.any() else np.nan
