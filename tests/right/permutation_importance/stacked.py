import numpy as np


def permutation_importance(x, y, w, b, rng, n_repeats=5):
    x = np.asarray(x, dtype=np.float64)
    n, d = x.shape
    orders = np.array([rng.permutation(n) for _ in range(d * n_repeats)]).reshape(d, n_repeats, n)
    predicted = x @ w + b
    base = np.mean((y - predicted) ** 2)
    out = []
    for j in range(d):
        moved = predicted + w[j] * (x[orders[j], j] - x[:, j])
        out.append(((y - moved) ** 2).mean() - base)
    return np.array(out)
