import numpy as np


def multi_head_attention(x, w_q, w_k, w_v, w_o, num_heads, mask=None):
    D = x.shape[-1]
    d = D // num_heads
    split = lambda w: w.reshape(D, num_heads, d)
    q = np.einsum("bnD,Dhd->bhnd", x, split(w_q)) * d ** -0.5
    k = np.einsum("bnD,Dhd->bhnd", x, split(w_k))
    v = np.einsum("bnD,Dhd->bhnd", x, split(w_v))
    s = np.einsum("bhnd,bhmd->bhnm", q, k)
    if mask is not None:
        s = s + np.where(mask, 0.0, -1e30).reshape(-1, 1, *mask.shape[-2:])
    a = np.exp(s - s.max(axis=-1, keepdims=True))
    a /= a.sum(axis=-1, keepdims=True)
    return np.einsum("bhnm,bhmd,hdD->bnD", a, v, w_o.reshape(num_heads, d, D), optimize=True)
