# WRONG: basic: rewards negatives that score higher
import numpy as np


def bpr_loss(pos_scores, neg_scores):
    x = pos_scores[:, None].astype(float) - neg_scores
    return np.mean(np.logaddexp(0, x))
