import numpy as np


def group_norm(x, num_groups, gamma, beta, eps=1e-5):
    N, C = x.shape[0], x.shape[1]
    G = num_groups
    rest = x.shape[2:]
    g = x.reshape((N, G, C // G) + rest)
    axes = tuple(range(2, g.ndim))
    centred = g - np.mean(g, axis=axes, keepdims=True)
    y = centred / np.sqrt(np.mean(centred ** 2, axis=axes, keepdims=True) + eps)
    own = (1, G, C // G) + (1,) * len(rest)
    return (y * gamma.reshape(own) + beta.reshape(own)).reshape(x.shape)
