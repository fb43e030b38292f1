import math


import numpy as np


def layer_norm(x, gamma, beta, eps=1e-5):
    out = np.empty(x.shape)
    d = gamma.size
    tokens = x.reshape(-1, d)
    flat = out.reshape(-1, d)
    g, b = gamma.ravel(), beta.ravel()
    for i in range(len(tokens)):
        row = tokens[i].astype(np.float64)
        mu = sum(row.tolist()) / d
        var = sum((v - mu) ** 2 for v in row.tolist()) / d
        flat[i] = (row - mu) / math.sqrt(var + eps) * g + b
    return out
