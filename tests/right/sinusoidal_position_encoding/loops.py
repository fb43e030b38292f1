import math

import numpy as np


def sinusoidal_position_encoding(positions, d_model, base=10000.0):
    flat = np.asarray(positions).ravel().tolist()
    codes = []
    for p in flat:
        code = []
        for i in range(d_model // 2):
            angle = p / math.pow(base, 2 * i / d_model)
            code += [math.sin(angle), math.cos(angle)]
        codes.append(code)
    return np.array(codes, dtype=float).reshape(*np.shape(positions), d_model)
