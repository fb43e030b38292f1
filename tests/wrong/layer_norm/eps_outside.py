# WRONG: basic: eps added to the standard deviation instead of the variance
import numpy as np


def layer_norm(x, gamma, beta, eps=1e-5):
    axes = tuple(range(x.ndim - gamma.ndim, x.ndim))
    mean = x.mean(axis=axes, keepdims=True)
    std = x.std(axis=axes, keepdims=True)
    return gamma * (x - mean) / (std + eps) + beta
