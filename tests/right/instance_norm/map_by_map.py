import numpy as np


def instance_norm(x, gamma=None, beta=None, eps=1e-5):
    out = np.zeros(x.shape, dtype=np.float64)
    for n in range(x.shape[0]):
        for c in range(x.shape[1]):
            plane = x[n, c].astype(np.float64)
            plane = plane - plane.mean()
            plane /= np.sqrt((plane ** 2).mean() + eps)
            if gamma is not None:
                plane *= gamma[c]
            if beta is not None:
                plane += beta[c]
            out[n, c] = plane
    return out
