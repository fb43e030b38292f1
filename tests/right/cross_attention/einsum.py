import numpy as np


def cross_attention(x, context, w_q, w_k, w_v, w_o, num_heads, context_mask=None):
    d = w_q.shape[1] // num_heads
    heads = lambda w: w.reshape(w.shape[0], num_heads, d)
    q = np.einsum("bnD,Dhd->bhnd", x, heads(w_q))
    k = np.einsum("bmC,Chd->bhmd", context, heads(w_k))
    v = np.einsum("bmC,Chd->bhmd", context, heads(w_v))
    s = np.einsum("bhnd,bhmd->bhnm", q, k) * d ** -0.5
    if context_mask is not None:
        s = np.where(context_mask[:, None, None], s, -np.inf)
    p = np.exp(s - s.max(axis=3, keepdims=True))
    p = p / p.sum(axis=3, keepdims=True)
    return np.einsum("bhnm,bhmd,hdD->bnD", p, v, w_o.reshape(num_heads, d, -1), optimize=True)
