import numpy as np


def fake_quantize(x, dout, scale, zero_point=0, quant_min=-128, quant_max=127):
    out = np.zeros(x.shape)
    dx = np.zeros(x.shape)
    for place in np.ndindex(x.shape):
        level = round(float(x[place]) / scale) + zero_point
        if level < quant_min:
            level = quant_min
        elif level > quant_max:
            level = quant_max
        else:
            dx[place] = dout[place]
        out[place] = (level - zero_point) * scale
    return out, dx
