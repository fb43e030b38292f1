# WRONG: edge: predictions on ignored pixels count as false positives
import numpy as np


def mean_iou(y_true, y_pred, num_classes, ignore_index=None):
    shares = []
    for c in range(num_classes):
        t, p = y_true == c, y_pred == c
        if (t | p).any():
            shares.append((t & p).sum() / (t | p).sum())
    return np.mean(shares) if shares else np.nan
