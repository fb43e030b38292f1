import numpy as np

EPS = 1e-10


def sample_gumbel(rng, shape):
    u = rng.random(shape)
    return -np.log(-np.log(u + EPS) + EPS)


def gumbel_softmax(logits, rng, tau=1.0, hard=False):
    y = (logits + sample_gumbel(rng, logits.shape)) / tau
    soft = np.exp(y - y.max(-1, keepdims=True))
    soft /= soft.sum(-1, keepdims=True)
    if not hard:
        return soft
    one_hot = np.zeros_like(soft)
    np.put_along_axis(one_hot, soft.argmax(-1)[..., None], 1.0, axis=-1)
    return one_hot
