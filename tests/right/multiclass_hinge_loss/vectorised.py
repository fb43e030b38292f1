import numpy as np


def multiclass_hinge_loss(scores, labels, margin=1.0):
    n, c = scores.shape
    one_hot = np.eye(c)[labels]
    right = (scores * one_hot).sum(axis=1, keepdims=True)
    gaps = np.clip(scores - right + margin, 0, None) * (1 - one_hot)
    hits = np.sign(gaps)
    return gaps.sum() / n, (hits - one_hot * hits.sum(axis=1, keepdims=True)) / n
