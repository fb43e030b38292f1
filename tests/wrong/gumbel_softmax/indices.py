# WRONG: basic: the hard answer is an index instead of a one-hot row
import numpy as np


def gumbel_softmax(logits, rng, tau=1.0, hard=False):
    y = (logits - np.log(-np.log(rng.random(logits.shape)))) / tau
    if hard:
        return y.argmax(-1)
    e = np.exp(y - y.max(-1, keepdims=True))
    return e / e.sum(-1, keepdims=True)
