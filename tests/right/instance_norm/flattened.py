import numpy as np


def instance_norm(x, gamma=None, beta=None, eps=1e-5):
    n, c = x.shape[:2]
    places = 1
    for side in x.shape[2:]:
        places *= side
    flat = x.reshape(n, c, places)
    gamma = np.ones(c) if gamma is None else gamma
    beta = np.zeros(c) if beta is None else beta
    mu = flat.mean(axis=2)[:, :, None]
    std = np.sqrt(flat.var(axis=2)[:, :, None] + eps)
    return ((flat - mu) / std * gamma[:, None] + beta[:, None]).reshape(x.shape)
