import numpy as np


def ordinal_encode(values, categories=None):
    if len(values) == 0:
        return []
    if categories is None:
        return np.unique(values, return_inverse=True)[1]
    if len(categories) == 0:
        return [-1] * len(values)
    hit = np.array(values)[:, None] == np.array(categories)[None, :]
    return np.where(hit.any(axis=1), hit.argmax(axis=1), -1)
