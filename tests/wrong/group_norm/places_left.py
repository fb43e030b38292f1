# WRONG: basic: averages over a group's channels only, statistics keep H and W (the notes' shape)
import numpy as np


def group_norm(x, num_groups, gamma, beta, eps=1e-5):
    N, C = x.shape[:2]
    shape = (1, C) + (1,) * (x.ndim - 2)
    g = x.reshape((N, num_groups, C // num_groups) + x.shape[2:])
    g = (g - g.mean(axis=2, keepdims=True)) / np.sqrt(g.var(axis=2, keepdims=True) + eps)
    return g.reshape(x.shape) * gamma.reshape(shape) + beta.reshape(shape)
