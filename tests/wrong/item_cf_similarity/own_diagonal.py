# WRONG: basic: every item comes out as its own nearest neighbour
import numpy as np


def item_cf_similarity(interactions, alpha=0.5, penalize_active=False):
    a = (interactions != 0).astype(float)
    w = 1 / np.log1p(np.maximum(a.sum(1), 1)) if penalize_active else np.ones(len(a))
    c = a.T @ (a * w[:, None])
    n = np.maximum(a.sum(0), 1)
    return c / (n[:, None] ** (1 - alpha) * n[None] ** alpha)
