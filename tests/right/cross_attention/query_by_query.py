import numpy as np


def cross_attention(x, context, w_q, w_k, w_v, w_o, num_heads, context_mask=None):
    B, n, D = x.shape
    d = w_q.shape[1] // num_heads
    out = np.zeros((B, n, D))
    for b in range(B):
        tokens = context[b] if context_mask is None else context[b][context_mask[b]]
        keys, values = tokens @ w_k, tokens @ w_v
        for i in range(n):
            query = x[b, i] @ w_q
            joined = []
            for head in range(num_heads):
                part = slice(head * d, head * d + d)
                scores = keys[:, part] @ query[part] / np.sqrt(d)
                weights = np.exp(scores - scores.max())
                joined.append(weights / weights.sum() @ values[:, part])
            out[b, i] = np.concatenate(joined) @ w_o
    return out
