# WRONG: basic: cast to uint8 without clipping, so values outside wrap around
import numpy as np


def quantize_affine(x, x_min, x_max, num_bits=8):
    lo, hi = min(x_min, 0.0), max(x_max, 0.0)
    scale = (hi - lo) / (2**num_bits - 1) if hi > lo else 1.0
    zero_point = int(np.rint(-lo / scale))
    q = (np.rint(x / scale) + zero_point).astype(np.int64).astype(np.uint8)
    return q, scale, zero_point
