import numpy as np


def info_nce(queries, positives, negatives, temperature=0.07):
    q, k, n = (x / np.sqrt(np.sum(x * x, axis=1))[:, None] for x in (queries, positives, negatives))
    own = np.einsum("nd,nd->n", q, k) / temperature
    others = q @ n.T / temperature
    total = np.logaddexp(own, np.logaddexp.reduce(others, axis=1))
    return np.mean(total - own)
