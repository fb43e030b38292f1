import numpy as np


def logsumexp(x, axis=-1, keepdims=False):
    top = np.max(x, axis=axis, keepdims=True)
    top = np.where(np.isfinite(top), top, 0)
    total = np.sum(np.exp(x - top), axis=axis, keepdims=keepdims)
    return np.log(total) + (top if keepdims else np.squeeze(top, axis))
