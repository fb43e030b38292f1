# WRONG: edge: squeeze also removes a batch or channel axis of length 1
import numpy as np


def global_avg_pool(x, keepdims=False):
    means = x.mean(axis=(2, 3), keepdims=True, dtype=np.float64)
    return means if keepdims else means.squeeze()
