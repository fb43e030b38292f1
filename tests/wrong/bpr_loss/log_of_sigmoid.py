# WRONG: stability: the sigmoid underflows to 0 where the positive lies far behind
import numpy as np


def bpr_loss(pos_scores, neg_scores):
    x = pos_scores[:, None].astype(float) - neg_scores
    return -np.log(1 / (1 + np.exp(-x))).mean()
