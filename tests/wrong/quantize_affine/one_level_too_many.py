# WRONG: basic: 2**num_bits levels have one step less between them
import numpy as np


def quantize_affine(x, x_min, x_max, num_bits=8):
    lo, hi = min(x_min, 0.0), max(x_max, 0.0)
    scale = (hi - lo) / 2**num_bits if hi > lo else 1.0
    zero_point = int(np.rint(-lo / scale))
    q = np.clip(np.rint(x / scale) + zero_point, 0, 2**num_bits - 1).astype(int)
    return q, scale, zero_point
