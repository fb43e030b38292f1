# WRONG: dtype: the difference of unsigned stars wraps around
import numpy as np


def bpr_loss(pos_scores, neg_scores):
    x = (pos_scores[:, None] - neg_scores).astype(float)
    return np.logaddexp(0, -x).mean()
