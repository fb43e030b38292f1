# WRONG: edge: the range is taken as calibrated, so 0 may have no integer of its own
import numpy as np


def quantize_affine(x, x_min, x_max, num_bits=8):
    top = 2**num_bits - 1
    scale = (x_max - x_min) / top if x_max > x_min else 1.0
    zero_point = int(np.rint(-x_min / scale))
    q = np.clip(np.rint(x / scale) + zero_point, 0, top).astype(int)
    return q, scale, zero_point
