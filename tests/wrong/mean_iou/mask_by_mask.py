# WRONG: basic: mIoU of each mask by itself, then the mean
import numpy as np


def one(t, p, num_classes):
    shares = []
    for c in range(num_classes):
        union = ((t == c) | (p == c)).sum()
        if union:
            shares.append(((t == c) & (p == c)).sum() / union)
    return np.mean(shares) if shares else np.nan


def mean_iou(y_true, y_pred, num_classes, ignore_index=None):
    if y_true.ndim < 3:
        y_true, y_pred = y_true[None], y_pred[None]
    each = []
    for t, p in zip(y_true, y_pred):
        keep = t != ignore_index if ignore_index is not None else np.ones(t.shape, bool)
        each.append(one(t[keep], p[keep], num_classes))
    return np.nanmean(each) if not np.isnan(each).all() else np.nan
