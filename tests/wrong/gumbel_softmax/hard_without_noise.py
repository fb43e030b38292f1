# WRONG: basic: the hard answer is the best logit, always the same one
import numpy as np


def gumbel_softmax(logits, rng, tau=1.0, hard=False):
    if hard:
        return np.eye(logits.shape[-1])[logits.argmax(-1)]
    y = (logits - np.log(-np.log(rng.random(logits.shape)))) / tau
    e = np.exp(y - y.max(-1, keepdims=True))
    return e / e.sum(-1, keepdims=True)
