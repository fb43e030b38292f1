import math

import numpy as np


def code(p, width, base):
    out = []
    for i in range(width // 2):
        angle = p / base ** (2 * i / width)
        out += [math.sin(angle), math.cos(angle)]
    return out


def position_encoding_2d(rows, columns, d_model, base=10000.0):
    half = d_model // 2
    first = [code(float(r), half, base) for r in rows]
    second = [code(float(c), half, base) for c in columns]
    out = [[r + c for c in second] for r in first]
    return np.array(out, dtype=float).reshape(len(rows), len(columns), d_model)
