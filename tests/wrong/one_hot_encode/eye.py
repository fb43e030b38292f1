# WRONG: edge: a row of the identity for -1 is that of the last class
import numpy as np


def one_hot_encode(labels, num_classes=None):
    labels = labels.astype(int)
    k = labels.max() + 1 if num_classes is None else num_classes
    return np.eye(k, dtype=int)[labels]
