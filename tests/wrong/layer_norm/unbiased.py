# WRONG: basic: torch.std's habit, the variance divided by D - 1
import numpy as np


def layer_norm(x, gamma, beta, eps=1e-5):
    axes = tuple(range(x.ndim - gamma.ndim, x.ndim))
    mean = x.mean(axis=axes, keepdims=True)
    var = x.var(axis=axes, keepdims=True, ddof=1)
    return gamma * (x - mean) / np.sqrt(var + eps) + beta
