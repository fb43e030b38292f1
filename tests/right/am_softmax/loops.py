import math

import numpy as np


def am_softmax(features, weights, labels, scale=30.0, margin=0.35):
    unit = [w / math.sqrt(float(w @ w)) for w in weights.astype(float)]
    total = 0.0
    for x, y in zip(features.astype(float), labels.tolist()):
        x = x / math.sqrt(float(x @ x))
        logits = [scale * (float(x @ w) - (margin if j == y else 0)) for j, w in enumerate(unit)]
        top = max(logits)
        total += top + math.log(sum(math.exp(v - top) for v in logits)) - logits[y]
    return total / len(labels)
