import numpy as np


def kmeans_pp_init(x, k, rng):
    n, d = x.shape
    wide = x.astype(np.float64)
    out = np.empty((k, d))
    out[0] = wide[rng.integers(n)]
    for j in range(1, k):
        dist = np.linalg.norm(wide[:, None, :] - out[None, :j, :], axis=2).min(axis=1)
        shares = dist**2
        if np.any(shares):
            out[j] = wide[rng.choice(n, p=shares / shares.sum())]
        else:
            out[j] = wide[rng.integers(n)]
    return out
