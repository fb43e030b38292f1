import numpy as np


def precision_recall_curve(y_true, y_score):
    different, place = np.unique(y_score, return_inverse=True)
    hits = np.bincount(place, weights=y_true.astype(float))[::-1].cumsum()
    accepted = np.bincount(place)[::-1].cumsum()
    total = np.count_nonzero(y_true)
    recall = np.r_[0.0, hits] / total if total else np.full(len(hits) + 1, np.nan)
    return np.r_[1.0, hits / accepted], recall, np.r_[np.inf, different[::-1]]
