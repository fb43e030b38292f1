# WRONG: edge: 0 / 0 for an item without users
import numpy as np


def item_cf_similarity(interactions, alpha=0.5, penalize_active=False):
    a = (interactions != 0).astype(float)
    w = 1 / np.log(1 + a.sum(1)) if penalize_active else np.ones(len(a))
    c = a.T @ (a * w[:, None])
    n = a.sum(0)
    s = c / (n[:, None] ** (1 - alpha) * n[None] ** alpha)
    np.fill_diagonal(s, 0)
    return s
