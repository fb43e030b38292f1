# WRONG: basic: gamma and beta are used even where they are None
import numpy as np


def instance_norm(x, gamma=None, beta=None, eps=1e-5):
    axes = tuple(range(2, x.ndim))
    shape = (1, x.shape[1]) + (1,) * len(axes)
    mean = x.mean(axis=axes, keepdims=True)
    var = x.var(axis=axes, keepdims=True)
    return gamma.reshape(shape) * (x - mean) / np.sqrt(var + eps) + beta.reshape(shape)
