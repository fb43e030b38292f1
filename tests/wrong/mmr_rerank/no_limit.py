# WRONG: edge: k may be more than there are items
import numpy as np


def mmr_rerank(scores, similarity, k, lam=0.5):
    left, chosen = list(range(len(scores))), []
    for _ in range(k):
        if not chosen:
            best = max(left, key=lambda i: scores[i])
        else:
            best = max(left, key=lambda i: lam * scores[i] - (1 - lam) * max(similarity[i][j] for j in chosen))
        chosen.append(best)
        left.remove(best)
    return np.array(chosen, dtype=int)
