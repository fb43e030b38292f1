import numpy as np


def mmr_rerank(scores, similarity, k, lam=0.5):
    n = len(scores)
    chosen = []
    left = np.arange(n)
    while left.size and len(chosen) < k:
        if chosen:
            value = lam * scores[left] - (1 - lam) * similarity[np.ix_(left, chosen)].max(axis=1)
        else:
            value = scores[left]
        at = int(np.argmax(value))
        chosen.append(int(left[at]))
        left = np.delete(left, at)
    return np.asarray(chosen, dtype=np.int64)
