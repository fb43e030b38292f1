# WRONG: basic: takes num_groups as the number of channels in a group
import numpy as np


def group_norm(x, num_groups, gamma, beta, eps=1e-5):
    N, C = x.shape[:2]
    shape = (1, C) + (1,) * (x.ndim - 2)
    g = x.reshape(N, C // num_groups, -1) if N else x.reshape(0, C // num_groups, 1)
    g = (g - g.mean(axis=2, keepdims=True)) / np.sqrt(g.var(axis=2, keepdims=True) + eps)
    return g.reshape(x.shape) * gamma.reshape(shape) + beta.reshape(shape)
