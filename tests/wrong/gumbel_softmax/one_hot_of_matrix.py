# WRONG: shape: arange(len(y)) fills the rows of a matrix only
import numpy as np


def gumbel_softmax(logits, rng, tau=1.0, hard=False):
    y = (logits - np.log(-np.log(rng.random(logits.shape)))) / tau
    if hard:
        out = np.zeros(y.shape)
        out[np.arange(y.shape[0]), np.argmax(y, axis=1)] = 1.0
        return out
    e = np.exp(y - y.max(-1, keepdims=True))
    return e / e.sum(-1, keepdims=True)
