# WRONG: basic: the mean similarity to the chosen items instead of the largest
import numpy as np


def mmr_rerank(scores, similarity, k, lam=0.5):
    chosen, left = [], list(range(len(scores)))
    while left and len(chosen) < k:
        if chosen:
            best = max(left, key=lambda i: lam * scores[i] - (1 - lam) * similarity[i, chosen].mean())
        else:
            best = max(left, key=lambda i: scores[i])
        chosen.append(best)
        left.remove(best)
    return np.array(chosen, dtype=int)
