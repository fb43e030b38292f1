# WRONG: basic: (N,) - (N, K) compares positives with the negatives of other users, or fails
import numpy as np


def bpr_loss(pos_scores, neg_scores):
    return np.mean(np.logaddexp(0, neg_scores - pos_scores))
