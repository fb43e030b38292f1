# WRONG: basic: the mean of the neighbours' labels (that is regression)
import numpy as np


def knn_predict(x_train, y_train, x_test, k=3):
    d = ((x_test[:, None].astype(float) - x_train) ** 2).sum(axis=2)
    near = np.argsort(d, axis=1, kind="stable")[:, :k]
    return np.rint(y_train[near].mean(axis=1)).astype(int)
