import numpy as np


def mmr_rerank(scores, similarity, k, lam=0.5):
    left, chosen = list(range(len(scores))), []
    while left and len(chosen) < k:
        best, value = None, -float('inf')
        for i in left:
            v = scores[i]
            if chosen:
                v = lam * v - (1 - lam) * max(similarity[i][j] for j in chosen)
            if v > value:
                best, value = i, v
        chosen.append(best)
        left.remove(best)
    return np.array(chosen, dtype=int)
