# WRONG: edge: what still rounds to the last level is taken for clipped
import numpy as np


def fake_quantize(x, dout, scale, zero_point=0, quant_min=-128, quant_max=127):
    q = np.clip(np.round(x / scale) + zero_point, quant_min, quant_max)
    real = x / scale + zero_point
    inside = (real >= quant_min) & (real <= quant_max)
    return (q - zero_point) * scale, np.where(inside, dout, 0.0)
