# WRONG: basic: takes the predicted class for the score
import numpy as np


def hinge_loss(scores, labels):
    gaps = 1 - labels * np.sign(scores)
    return np.maximum(0, gaps).mean(), np.where(gaps > 0, -labels, 0) / len(labels)
