# WRONG: edge: an epsilon in the divisor blows up a constant feature
import numpy as np


def min_max_scale(x_train, x_test, feature_range=(0.0, 1.0)):
    x_train, x_test = x_train.astype(float), x_test.astype(float)
    low, high = feature_range
    least, most = x_train.min(axis=0), x_train.max(axis=0)
    span = most - least + 1e-12
    return (low + (high - low) * (x_train - least) / span,
            low + (high - low) * (x_test - least) / span)
