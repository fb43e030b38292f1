import numpy as np


def group_norm(x, num_groups, gamma, beta, eps=1e-5):
    out = np.zeros(x.shape, dtype=np.float64)
    step = x.shape[1] // num_groups
    for n in range(len(x)):
        for start in range(0, x.shape[1], step):
            part = x[n, start:start + step].astype(np.float64)
            part = (part - part.mean()) / (part.var() + eps) ** 0.5
            for k in range(step):
                out[n, start + k] = part[k] * gamma[start + k] + beta[start + k]
    return out
