# WRONG: basic: the extremes come from both sets together
import numpy as np


def min_max_scale(x_train, x_test, feature_range=(0.0, 1.0)):
    both = np.concatenate([x_train, x_test]).astype(float)
    low, high = feature_range
    least, most = both.min(axis=0), both.max(axis=0)
    span = np.where(most == least, 1, most - least)
    scaled = low + (high - low) * (both - least) / span
    return scaled[: len(x_train)], scaled[len(x_train):]
