# WRONG: basic: reshapes (B, h, n, D/h) to (B, n, D) without moving the axis of the heads back
import numpy as np


def multi_head_attention(x, w_q, w_k, w_v, w_o, num_heads, mask=None):
    B, n, D = x.shape
    d = D // num_heads
    q, k, v = [(x @ w).reshape(B, n, num_heads, d).transpose(0, 2, 1, 3) for w in (w_q, w_k, w_v)]
    s = q @ k.transpose(0, 1, 3, 2) / np.sqrt(d)
    if mask is not None:
        s = np.where(mask if mask.ndim == 2 else mask[:, None], s, -np.inf)
    e = np.exp(s - s.max(-1, keepdims=True))
    return (e / e.sum(-1, keepdims=True) @ v).reshape(B, n, D) @ w_o
