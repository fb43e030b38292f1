import math

import numpy as np


def softplus(x):
    return x + math.log1p(math.exp(-x)) if x > 0 else math.log1p(math.exp(x))


def bce_with_logits(logits, targets, pos_weight=1.0, reduction="mean"):
    weights = np.broadcast_to(pos_weight, logits.shape).ravel().tolist()
    losses = []
    for z, y, w in zip(logits.ravel().tolist(), targets.ravel().tolist(), weights):
        losses.append(w * y * softplus(-z) + (1 - y) * softplus(z))
    if reduction == "none":
        return np.array(losses).reshape(logits.shape)
    return math.fsum(losses) / (len(losses) if reduction == "mean" else 1)
