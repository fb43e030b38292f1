import math

import numpy as np


def one(z, y, alpha, gamma):
    s = z if y == 1 else -z
    if s >= 0:
        tail = math.exp(-s)
        wrong, cost = tail / (1 + tail), math.log1p(tail)
    else:
        wrong, cost = 1 / (1 + math.exp(s)), -s + math.log1p(math.exp(s))
    weight = 1 if alpha is None else alpha if y == 1 else 1 - alpha
    return weight * wrong ** gamma * cost


def focal_loss(logits, targets, alpha=0.25, gamma=2.0, reduction="none"):
    pairs = zip(logits.ravel().tolist(), targets.ravel().tolist())
    losses = [one(z, y, alpha, gamma) for z, y in pairs]
    if reduction == "none":
        return np.array(losses).reshape(logits.shape)
    return sum(losses) / (len(losses) if reduction == "mean" else 1)
