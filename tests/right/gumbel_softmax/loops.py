import math

import numpy as np


def row(scores, tau, hard):
    top = max(scores)
    if hard:
        winner = scores.index(top)
        return [float(i == winner) for i in range(len(scores))]
    powers = [math.exp((s - top) / tau) for s in scores]
    total = math.fsum(powers)
    return [p / total for p in powers]


def gumbel_softmax(logits, rng, tau=1.0, hard=False):
    u = rng.random(logits.shape)
    out = np.empty(logits.shape)
    for index in np.ndindex(logits.shape[:-1]):
        scores = [l - math.log(-math.log(v)) for l, v in zip(logits[index].tolist(), u[index].tolist())]
        out[index] = row(scores, tau, hard)
    return out
