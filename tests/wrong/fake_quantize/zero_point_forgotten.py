# WRONG: basic: the zero point is added, but not taken off again
import numpy as np


def fake_quantize(x, dout, scale, zero_point=0, quant_min=-128, quant_max=127):
    q = np.round(x / scale) + zero_point
    inside = (q >= quant_min) & (q <= quant_max)
    return np.clip(q, quant_min, quant_max) * scale, np.where(inside, dout, 0.0)
