import numpy as np


def hinge_loss(scores, labels):
    margins = labels * scores
    inside = margins < 1
    loss = np.sum((1 - margins)[inside]) / len(labels)
    return loss, -1.0 * labels * inside / len(labels)
