# WRONG: stability: a low temperature makes the exponential overflow
import numpy as np


def gumbel_softmax(logits, rng, tau=1.0, hard=False):
    y = (logits - np.log(-np.log(rng.random(logits.shape)))) / tau
    if hard:
        return np.eye(y.shape[-1])[y.argmax(-1)]
    e = np.exp(y)
    return e / e.sum(-1, keepdims=True)
