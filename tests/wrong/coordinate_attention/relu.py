# WRONG: basic: ReLU as in the notes, where the paper's code has hard Swish
import numpy as np


def coordinate_attention(x, w_reduce, scale, shift, w_h, w_w):
    H = x.shape[2]
    z = w_reduce @ np.concatenate([x.mean(3), x.mean(2)], axis=2)
    z = np.maximum(z * scale[:, None] + shift[:, None], 0)
    sig = lambda a: 1 / (1 + np.exp(-a))
    return x * sig(w_h @ z[..., :H])[..., None] * sig(w_w @ z[..., H:])[..., None, :]
