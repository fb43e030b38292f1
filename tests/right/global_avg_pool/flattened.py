import numpy as np


def global_avg_pool(x, keepdims=False):
    flat = x.reshape(*x.shape[:2], x.shape[2] * x.shape[3]).astype(np.float64)
    means = flat.sum(-1) / flat.shape[-1]
    return means[:, :, None, None] if keepdims else means
