import numpy as np


def one_hot_encode(labels, num_classes=None):
    values = [int(v) for v in np.ravel(labels)]
    k = max(values) + 1 if num_classes is None else num_classes
    rows = np.zeros((len(values), k), dtype=np.int32)
    for row, v in zip(rows, values):
        if 0 <= v < k:
            row[v] = 1
    return rows.reshape(labels.shape + (k,))
