# WRONG: basic: ~ of the integers 0 and 1 gives -1 and -2
import numpy as np


def roc_curve(y_true, y_score):
    order = np.argsort(y_score, kind="stable")[::-1]
    score, label = y_score[order], y_true[order]
    last = np.append(np.flatnonzero(np.diff(score)), len(score) - 1)
    tp = np.append(0, np.cumsum(label)[last])
    fp = np.append(0, np.cumsum(~label)[last])
    fpr = fp / fp[-1] if fp[-1] else np.full(len(fp), np.nan)
    tpr = tp / tp[-1] if tp[-1] else np.full(len(tp), np.nan)
    return fpr, tpr, np.append(np.inf, score[last])
