# WRONG: basic: the test set is scaled by its own mean and deviation
import numpy as np


def scale(x):
    x = np.asarray(x, dtype=float)
    std = x.std(axis=0) if len(x) else np.ones(x.shape[1])
    std[std == 0] = 1
    return (x - (x.mean(axis=0) if len(x) else 0)) / std


def standardize(x_train, x_test):
    return scale(x_train), scale(x_test)
