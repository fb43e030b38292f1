# WRONG: dtype: differences of uint8 wrap around below 0
import numpy as np


def min_max_scale(x_train, x_test, feature_range=(0.0, 1.0)):
    low, high = feature_range
    least, most = x_train.min(axis=0), x_train.max(axis=0)
    span = np.where(most == least, 1, most - least)
    return (low + (high - low) * ((x_train - least) / span),
            low + (high - low) * ((x_test - least) / span))
