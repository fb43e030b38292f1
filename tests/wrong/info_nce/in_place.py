# WRONG: aliasing: normalises the queries of the caller
import numpy as np


def unit(x):
    return x / np.linalg.norm(x, axis=1, keepdims=True)


def log_softmax(x):
    z = x - x.max(axis=1, keepdims=True)
    return z - np.log(np.exp(z).sum(axis=1, keepdims=True))


def info_nce(queries, positives, negatives, temperature=0.07):
    q = queries if queries.dtype.kind == "f" else queries.astype(float)
    q /= np.linalg.norm(q, axis=1, keepdims=True)
    own = (q * unit(positives)).sum(axis=1, keepdims=True)
    return -log_softmax(np.hstack([own, q @ unit(negatives).T]) / temperature)[:, 0].mean()
