# WRONG: dtype: the product of boolean matrices is boolean: "have both", not how many
import numpy as np


def item_cf_similarity(interactions, alpha=0.5, penalize_active=False):
    w = np.ones(len(interactions))
    if penalize_active:
        w = 1 / np.log1p(np.maximum((interactions != 0).sum(axis=1), 1))
        c = (interactions != 0).T @ ((interactions != 0) * w[:, None])
    else:
        c = interactions.T @ interactions
    n = np.maximum((interactions != 0).sum(axis=0), 1).astype(float)
    s = c / (n[:, None] ** (1 - alpha) * n[None, :] ** alpha)
    np.fill_diagonal(s, 0)
    return s
