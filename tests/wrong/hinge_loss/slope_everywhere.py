# WRONG: basic: the slope of samples beyond the margin is not 0
import numpy as np


def hinge_loss(scores, labels):
    return np.maximum(0, 1 - labels * scores).mean(), -labels / len(labels)
