# WRONG: shape: unpacks the shape, so it knows batches of sentences only
import numpy as np


def rms_norm(x, gamma, eps=1e-6):
    if x.ndim == 2:
        x = x[None]
        return rms_norm(x, gamma, eps)[0]
    N, T, D = x.shape
    x = x.astype(np.float64)
    rms = np.sqrt((x ** 2).sum(axis=2) / D + eps)
    return x / rms.reshape(N, T, 1) * gamma.reshape(1, 1, D)
