# WRONG: basic: only labels that occur get a column (pandas' get_dummies)
import numpy as np


def one_hot_encode(labels, num_classes=None):
    classes = np.unique(labels)
    return (labels[..., None] == classes).astype(int)
