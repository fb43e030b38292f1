# WRONG: basic: sums over the negatives and averages over the users
import numpy as np


def bpr_loss(pos_scores, neg_scores):
    x = pos_scores[:, None].astype(float) - neg_scores
    return np.logaddexp(0, -x).sum(axis=1).mean()
