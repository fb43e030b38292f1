# WRONG: basic: the gradient also passes where the value was clipped
import numpy as np


def fake_quantize(x, dout, scale, zero_point=0, quant_min=-128, quant_max=127):
    q = np.clip(np.round(x / scale) + zero_point, quant_min, quant_max)
    return (q - zero_point) * scale, dout.astype(float)
