# WRONG: basic: the notes' code builds a batch norm and never calls it
import numpy as np


def coordinate_attention(x, w_reduce, scale, shift, w_h, w_w):
    H = x.shape[2]
    z = w_reduce @ np.concatenate([x.mean(3), x.mean(2)], axis=2)
    z = z * np.clip(z + 3, 0, 6) / 6
    sig = lambda a: 1 / (1 + np.exp(-a))
    return x * sig(w_h @ z[..., :H])[..., None] * sig(w_w @ z[..., H:])[..., None, :]
