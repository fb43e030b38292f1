# WRONG: basic: smoothing is always 0.1
import numpy as np


def label_smoothing_ce(logits, labels, smoothing=0.1):
    c = logits.shape[1]
    z = logits - logits.max(axis=1, keepdims=True)
    logp = z - np.log(np.exp(z).sum(axis=1, keepdims=True))
    target = 0.9 * np.eye(c)[labels] + 0.1 / c
    return -(target * logp).sum(axis=1).mean()
