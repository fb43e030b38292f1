import numpy as np


def gumbel_softmax(logits, rng, tau=1.0, hard=False):
    u = rng.random(logits.shape)
    y = logits - np.log(-np.log(u))
    if hard:
        return np.eye(logits.shape[-1])[y.argmax(axis=-1)]
    y = (y - y.max(axis=-1, keepdims=True)) / tau
    e = np.exp(y)
    return e / e.sum(axis=-1, keepdims=True)
