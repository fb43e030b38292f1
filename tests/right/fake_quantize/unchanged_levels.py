import numpy as np


def fake_quantize(x, dout, scale, zero_point=0, quant_min=-128, quant_max=127):
    # work with the levels around zero; the gradient passes where clipping changed nothing
    k = np.round(x / scale)
    clipped = np.minimum(np.maximum(k, quant_min - zero_point), quant_max - zero_point)
    return clipped * scale, dout * (clipped == k).astype(float)
