# WRONG: edge: >= gives a sample exactly at the margin a slope
import numpy as np


def hinge_loss(scores, labels):
    gaps = 1 - labels * scores
    return np.maximum(0, gaps).mean(), np.where(gaps >= 0, -labels, 0) / len(labels)
