import numpy as np


def bpr_loss(pos_scores, neg_scores):
    x = neg_scores.astype(float) - pos_scores.reshape(-1, 1)
    return (np.maximum(x, 0) + np.log1p(np.exp(-np.abs(x)))).mean()
