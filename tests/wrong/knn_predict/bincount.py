# WRONG: basic: np.bincount wants labels from 0 upwards
import numpy as np


def knn_predict(x_train, y_train, x_test, k=3):
    d = ((x_test[:, None].astype(float) - x_train) ** 2).sum(axis=2)
    near = np.argsort(d, axis=1, kind="stable")[:, :k]
    return np.array([np.bincount(row).argmax() for row in y_train[near]], dtype=int)
