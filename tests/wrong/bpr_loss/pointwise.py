# WRONG: basic: binary cross-entropy of each score by itself
import numpy as np


def bpr_loss(pos_scores, neg_scores):
    own = np.logaddexp(0, -pos_scores.astype(float)).mean()
    return own + np.logaddexp(0, neg_scores.astype(float)).mean()
