import numpy as np


def one_head(q, k, v, allowed):
    scores = q @ k.T / np.sqrt(q.shape[1])
    scores = np.where(allowed, scores, -np.inf)
    e = np.exp(scores - scores.max(axis=1, keepdims=True))
    return e / e.sum(axis=1, keepdims=True) @ v


def multi_head_attention(x, w_q, w_k, w_v, w_o, num_heads, mask=None):
    B, n, D = x.shape
    out = np.empty((B, n, D))
    for b in range(B):
        if mask is None:
            allowed = np.ones((n, n), dtype=bool)
        else:
            allowed = mask[b] if mask.ndim == 3 else mask
        q, k, v = x[b] @ w_q, x[b] @ w_k, x[b] @ w_v
        parts = [
            one_head(*triple, allowed)
            for triple in zip(*(np.split(a, num_heads, axis=1) for a in (q, k, v)))
        ]
        out[b] = np.hstack(parts) @ w_o
    return out
