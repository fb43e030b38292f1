import numpy as np


def quantize_affine(x, x_min, x_max, num_bits=8):
    qmax = (1 << num_bits) - 1
    lo = np.minimum(x_min, 0.0)
    hi = np.maximum(x_max, 0.0)
    scale = (hi - lo) / qmax or 1.0
    zero_point = np.rint(-lo / scale).astype(np.int64)
    # saturate among the integers around zero, shift afterwards
    q = np.clip(np.round(np.asarray(x, float) / scale), -zero_point, qmax - zero_point) + zero_point
    return q.astype(np.uint8), np.float64(scale), zero_point
