# WRONG: aliasing: the noise is added to the caller's logits
import numpy as np


def gumbel_softmax(logits, rng, tau=1.0, hard=False):
    if logits.dtype.kind != "f":
        logits = logits.astype(float)
    logits += -np.log(-np.log(rng.random(logits.shape)))
    if hard:
        return np.eye(logits.shape[-1])[logits.argmax(-1)]
    e = np.exp((logits - logits.max(-1, keepdims=True)) / tau)
    return e / e.sum(-1, keepdims=True)
