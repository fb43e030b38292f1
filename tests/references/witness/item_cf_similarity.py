"""scikit-learn: cosine_similarity of the columns; sets of users for every other alpha."""

from math import log

import numpy as np
from sklearn.metrics.pairwise import cosine_similarity


def witness(interactions, alpha=0.5, penalize_active=False):
    table = np.asarray(interactions).astype(bool)
    if alpha == 0.5 and not penalize_active:
        found = cosine_similarity(table.T.astype(np.float64))
        np.fill_diagonal(found, 0)
        return found
    users = [set(np.flatnonzero(column).tolist()) for column in table.T]
    worth = [1 / log(1 + sum(row)) if penalize_active and any(row) else 1 for row in table.tolist()]
    found = np.zeros((len(users), len(users)))
    for i, mine in enumerate(users):
        for j, theirs in enumerate(users):
            if i != j and mine and theirs:
                common = sum(worth[user] for user in mine & theirs)
                found[i, j] = common / len(mine) * (len(mine) / len(theirs)) ** alpha
    return found
