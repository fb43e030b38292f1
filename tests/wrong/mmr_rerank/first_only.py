# WRONG: basic: the similarity to the best item alone is taken off, once
import numpy as np


def mmr_rerank(scores, similarity, k, lam=0.5):
    if not len(scores):
        return np.zeros(0, int)
    first = int(np.argmax(scores))
    value = lam * scores - (1 - lam) * similarity[first]
    rest = [i for i in np.argsort(-value, kind='stable') if i != first]
    return np.array([first, *rest][:k], dtype=int)
