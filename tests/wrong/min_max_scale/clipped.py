# WRONG: basic: what lies outside the training range is clipped
import numpy as np


def min_max_scale(x_train, x_test, feature_range=(0.0, 1.0)):
    x_train, x_test = x_train.astype(float), x_test.astype(float)
    low, high = feature_range
    least, most = x_train.min(axis=0), x_train.max(axis=0)
    span = np.where(most == least, 1, most - least)
    to = lambda x: low + (high - low) * (x - least) / span
    return to(x_train), np.clip(to(x_test), low, high)
