import math

import numpy as np


def cosine(a, b):
    return float(a @ b) / math.sqrt(float(a @ a) * float(b @ b))


def info_nce(queries, positives, negatives, temperature=0.07):
    negatives = negatives.astype(float)
    losses = []
    for q, k in zip(queries.astype(float), positives.astype(float)):
        scores = [cosine(q, k) / temperature]
        scores += [cosine(q, n) / temperature for n in negatives]
        top = max(scores)
        losses.append(top + math.log(sum(math.exp(s - top) for s in scores)) - scores[0])
    return float(np.mean(losses))
