# WRONG: stability: wrong classes underflow to 0 and cost infinity
import numpy as np


def label_smoothing_ce(logits, labels, smoothing=0.1):
    c = logits.shape[1]
    e = np.exp(logits - logits.max(axis=1, keepdims=True))
    p = e / e.sum(axis=1, keepdims=True)
    target = (1 - smoothing) * np.eye(c)[labels] + smoothing / c
    return -(target * np.log(p)).sum(axis=1).mean()
