import math

import numpy as np


def gate(value):
    return 1 / (1 + math.exp(-value)) if value > -700 else 0.0


def se_block(x, w1, w2):
    out = np.zeros(x.shape)
    for i in range(len(x)):
        means = [float(channel.sum()) / channel.size for channel in x[i]]
        middle = [max(0.0, sum(w * z for w, z in zip(row, means))) for row in w1]
        for c in range(x.shape[1]):
            out[i, c] = gate(sum(w * m for w, m in zip(w2[c], middle))) * x[i, c]
    return out
