# WRONG: stability: sums in the dtype of x, and float16 overflows to inf
import numpy as np


def global_avg_pool(x, keepdims=False):
    dtype = x.dtype if x.dtype.kind == "f" else np.float64
    total = np.add.reduce(x, axis=(2, 3), keepdims=keepdims, dtype=dtype)
    return total / (x.shape[2] * x.shape[3])
