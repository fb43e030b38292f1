import numpy as np


def quantize_affine(x, x_min, x_max, num_bits=8):
    x = np.asarray(x)
    levels = 2**num_bits - 1
    lo, hi = min(x_min, 0), max(x_max, 0)
    if lo == hi:
        scale, zero = 1.0, 0
    else:
        scale = (hi - lo) / levels
        zero = int(round(-lo / scale))
    out = []
    for value in x.ravel().tolist():
        out.append(min(max(round(value / scale) + zero, 0), levels))
    return np.array(out, dtype=np.int32).reshape(x.shape), scale, zero
