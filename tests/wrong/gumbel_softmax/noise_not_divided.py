# WRONG: basic: only the logits are divided by tau
import numpy as np


def gumbel_softmax(logits, rng, tau=1.0, hard=False):
    g = -np.log(-np.log(rng.random(logits.shape)))
    if hard:
        return np.eye(logits.shape[-1])[(logits + g).argmax(-1)]
    y = logits / tau + g
    e = np.exp(y - y.max(-1, keepdims=True))
    return e / e.sum(-1, keepdims=True)
