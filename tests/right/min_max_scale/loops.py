import numpy as np


def min_max_scale(x_train, x_test, feature_range=(0.0, 1.0)):
    a, b = feature_range
    sets = np.zeros(x_train.shape), np.zeros(x_test.shape)
    for j in range(x_train.shape[1]):
        column = [float(v) for v in x_train[:, j]]
        low, high = min(column), max(column)
        width = high - low if high > low else 1.0
        for out, x in zip(sets, (x_train, x_test)):
            for i in range(len(x)):
                t = (float(x[i, j]) - low) / width
                out[i, j] = (1 - t) * a + t * b
    return sets
