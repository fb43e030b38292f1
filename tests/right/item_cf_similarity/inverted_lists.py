import math

import numpy as np


def item_cf_similarity(interactions, alpha=0.5, penalize_active=False):
    items = interactions.shape[1]
    c, n = np.zeros((items, items)), [0] * items
    for row in interactions:
        mine = np.flatnonzero(row).tolist()
        weight = 1 / math.log(1 + len(mine)) if penalize_active and mine else 1.0
        for i in mine:
            n[i] += 1
            for j in mine:
                if i != j:
                    c[i, j] += weight
    for i in range(items):
        for j in range(items):
            if c[i, j]:
                c[i, j] /= n[i] ** (1 - alpha) * n[j] ** alpha
    return c
