import math

import numpy as np


def knn_predict(x_train, y_train, x_test, k=3):
    points = [tuple(map(float, p)) for p in x_train]
    out = np.zeros(len(x_test), dtype=np.int64)
    for i, t in enumerate(x_test):
        t = tuple(map(float, t))
        nearest = sorted((math.dist(p, t), j) for j, p in enumerate(points))[:k]
        votes = {}
        for _, j in nearest:
            votes[int(y_train[j])] = votes.get(int(y_train[j]), 0) + 1
        out[i] = sorted(votes, key=lambda label: (-votes[label], label))[0]
    return out
