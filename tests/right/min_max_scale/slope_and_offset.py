import numpy as np


def min_max_scale(x_train, x_test, feature_range=(0.0, 1.0)):
    train = np.array(x_train, dtype=np.float64)
    least = np.amin(train, axis=0)
    span = np.amax(train, axis=0) - least
    span[span == 0] = 1
    a, b = feature_range
    return [a + np.divide(np.subtract(x, least, dtype=np.float64), span) * (b - a)
            for x in (x_train, x_test)]
