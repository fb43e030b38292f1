# WRONG: dtype: -score wraps around for unsigned integers, and 0 comes first
import numpy as np


def roc_curve(y_true, y_score):
    order = np.argsort(-y_score, kind="stable")
    score, positive = y_score[order], y_true[order] == 1
    last = np.append(np.flatnonzero(score[1:] != score[:-1]), len(score) - 1)
    tp = np.append(0, np.cumsum(positive)[last])
    fp = np.append(0, np.cumsum(~positive)[last])
    fpr = fp / fp[-1] if fp[-1] else np.full(len(fp), np.nan)
    tpr = tp / tp[-1] if tp[-1] else np.full(len(tp), np.nan)
    return fpr, tpr, np.append(np.inf, score[last])
