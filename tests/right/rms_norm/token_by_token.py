import math

import numpy as np


def rms_norm(x, gamma, eps=1e-6):
    out = np.zeros(x.shape)
    for place in np.ndindex(x.shape[:-1]):
        values = [float(v) for v in x[place]]
        rms = math.sqrt(math.fsum(v * v for v in values) / len(values) + eps)
        out[place] = [v / rms * float(g) for v, g in zip(values, gamma)]
    return out
