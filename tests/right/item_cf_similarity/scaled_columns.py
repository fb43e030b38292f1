import numpy as np


def item_cf_similarity(interactions, alpha=0.5, penalize_active=False):
    a = np.where(interactions, 1.0, 0.0)
    users = np.where(a.any(axis=0), a.sum(axis=0), np.inf)
    weight = np.ones(len(a))
    if penalize_active:
        busy = a.sum(axis=1) > 0
        weight[busy] = 1 / np.log(1 + a.sum(axis=1)[busy])
    left = a * users ** -(1 - alpha) if alpha < 1 else a
    right = a * users ** -alpha if alpha > 0 else a
    s = np.einsum('ui,u,uj->ij', left, weight, right, optimize=True)
    return s * (1 - np.eye(len(s)))
