# WRONG: basic: pandas' deviation, which divides by n - 1
import numpy as np


def standardize(x_train, x_test):
    mean = x_train.mean(axis=0)
    std = x_train.std(axis=0, ddof=1)
    std = np.where(std > 0, std, 1)
    return (x_train - mean) / std, (x_test - mean) / std
