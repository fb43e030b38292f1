# WRONG: basic: the positives of the other queries are negatives, too (as in SimCLR)
import numpy as np


def unit(x):
    return x / np.linalg.norm(x, axis=1, keepdims=True)


def log_softmax(x):
    z = x - x.max(axis=1, keepdims=True)
    return z - np.log(np.exp(z).sum(axis=1, keepdims=True))


def info_nce(queries, positives, negatives, temperature=0.07):
    q = unit(queries)
    keys = np.vstack([unit(positives), unit(negatives)])
    rows = np.arange(len(q))
    return -log_softmax(q @ keys.T / temperature)[rows, rows].mean()
