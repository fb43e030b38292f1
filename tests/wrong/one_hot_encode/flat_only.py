# WRONG: shape: np.arange(len(labels)) supposes one axis
import numpy as np


def one_hot_encode(labels, num_classes=None):
    labels = np.asarray(labels).astype(int)
    k = int(labels.max()) + 1 if num_classes is None else num_classes
    out = np.zeros((len(labels), k), dtype=int)
    out[np.arange(len(labels)), labels] = 1
    return out
