# WRONG: stability: takes scores that are nearly equal for equal
import numpy as np


def precision_recall_curve(y_true, y_score):
    y_score = y_score.astype(float)
    order = np.argsort(-y_score, kind="stable")
    score, hit = y_score[order], y_true[order].astype(int)
    tp = np.cumsum(hit)
    last = np.flatnonzero(np.append(~np.isclose(score[1:], score[:-1], rtol=1e-8), True))
    precision = np.append(1.0, tp[last] / (last + 1))
    recall = np.append(0.0, tp[last]) / hit.sum() if hit.any() else np.full(len(last) + 1, np.nan)
    return precision, recall, np.append(np.inf, score[last])
