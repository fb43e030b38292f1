# WRONG: basic: zeroes keys and values of hidden tokens; a score of 0 still takes its share
import numpy as np


def cross_attention(x, context, w_q, w_k, w_v, w_o, num_heads, context_mask=None):
    B, n, _ = x.shape
    h, d = num_heads, w_q.shape[1] // num_heads
    if context_mask is not None:
        context = context * context_mask[..., None]
    split = lambda t, w: (t @ w).reshape(B, t.shape[1], h, d).transpose(0, 2, 1, 3)
    q, k, v = split(x, w_q), split(context, w_k), split(context, w_v)
    s = q @ k.transpose(0, 1, 3, 2) / np.sqrt(d)
    e = np.exp(s - s.max(-1, keepdims=True))
    out = e / e.sum(-1, keepdims=True) @ v
    return out.transpose(0, 2, 1, 3).reshape(B, n, h * d) @ w_o
