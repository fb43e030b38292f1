# WRONG: dtype: num_classes * label wraps around in uint8
import numpy as np


def mean_iou(y_true, y_pred, num_classes, ignore_index=None):
    keep = y_true != ignore_index if ignore_index is not None else np.ones(y_true.shape, bool)
    k = num_classes
    hist = np.bincount(k * y_true[keep] + y_pred[keep], minlength=k**2).reshape(k, k)
    union = hist.sum(1) + hist.sum(0) - np.diag(hist)
    shares = np.diag(hist)[union > 0] / union[union > 0]
    return shares.mean() if shares.size else np.nan
