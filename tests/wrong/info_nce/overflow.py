# WRONG: stability: exponentials of similarities over a low temperature overflow
import numpy as np


def unit(x):
    return x / np.linalg.norm(x, axis=1, keepdims=True)


def log_softmax(x):
    z = x - x.max(axis=1, keepdims=True)
    return z - np.log(np.exp(z).sum(axis=1, keepdims=True))


def info_nce(queries, positives, negatives, temperature=0.07):
    q, k, n = unit(queries), unit(positives), unit(negatives)
    own = np.exp((q * k).sum(axis=1) / temperature)
    others = np.exp(q @ n.T / temperature).sum(axis=1)
    return -np.log(own / (own + others)).mean()
