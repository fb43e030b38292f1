# WRONG: dtype: a running sum in uint8 wraps around
import numpy as np


def global_avg_pool(x, keepdims=False):
    out = np.zeros(x.shape[:2] + (1, 1), dtype=np.float64)
    for n in range(x.shape[0]):
        for c in range(x.shape[1]):
            total = x.dtype.type(0)
            for row in x[n, c]:
                total = total + row.sum(dtype=x.dtype)
            out[n, c] = float(total) / x[n, c].size
    return out if keepdims else out[:, :, 0, 0]
