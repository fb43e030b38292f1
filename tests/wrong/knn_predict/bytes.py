# WRONG: dtype: differences and squares of uint8 wrap around
import numpy as np


def knn_predict(x_train, y_train, x_test, k=3):
    d = ((x_test[:, None] - x_train) ** 2).sum(axis=2)
    near = np.argsort(d, axis=1, kind="stable")[:, :k]
    out = np.empty(len(x_test), dtype=int)
    for i, row in enumerate(y_train[near]):
        labels, votes = np.unique(row, return_counts=True)
        out[i] = labels[votes.argmax()]
    return out
