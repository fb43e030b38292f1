import math

import numpy as np


def standardize(x_train, x_test):
    train, test = x_train.astype(float), x_test.astype(float)
    for j in range(train.shape[1]):
        column = train[:, j].tolist()
        mu = math.fsum(column) / len(column)
        if min(column) == max(column):
            mu, sigma = column[0], 1.0
        else:
            sigma = math.sqrt(math.fsum((v - mu) ** 2 for v in column) / len(column))
        train[:, j] = [(v - mu) / sigma for v in column]
        test[:, j] = [(v - mu) / sigma for v in test[:, j].tolist()]
    return train, test
