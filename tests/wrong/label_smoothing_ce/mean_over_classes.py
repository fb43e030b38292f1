# WRONG: basic: np.mean runs over the classes, too
import numpy as np


def label_smoothing_ce(logits, labels, smoothing=0.1):
    c = logits.shape[1]
    z = logits - logits.max(axis=1, keepdims=True)
    logp = z - np.log(np.exp(z).sum(axis=1, keepdims=True))
    target = (1 - smoothing) * np.eye(c)[labels] + smoothing / c
    return -np.mean(target * logp)
