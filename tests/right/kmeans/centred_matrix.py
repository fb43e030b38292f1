import numpy as np


def kmeans(x, centers, max_iter=100):
    x = np.array(x, dtype=np.float64)
    origin = x.mean(axis=0)
    x -= origin
    c = np.array(centers, dtype=np.float64) - origin
    n, k = len(x), len(c)

    def assign():
        return np.argmin((c * c).sum(axis=1) - 2 * x @ c.T, axis=1)

    for _ in range(max_iter):
        one_hot = np.zeros((n, k))
        one_hot[np.arange(n), assign()] = 1
        counts = one_hot.sum(axis=0)
        new = np.where(counts[:, None] > 0, one_hot.T @ x / np.maximum(counts, 1)[:, None], c)
        done = np.allclose(new, c, rtol=0, atol=1e-14)
        c = new
        if done:
            break
    return c + origin, assign()
