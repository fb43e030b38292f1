# WRONG: stability: an epsilon inside the logarithm caps the loss of a positive far behind
import numpy as np


def bpr_loss(pos_scores, neg_scores):
    x = pos_scores[:, None].astype(float) - neg_scores
    return -np.log(1 / (1 + np.exp(-x)) + 1e-10).mean()
