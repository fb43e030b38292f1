import numpy as np


def scaled_dot_product_attention(q, k, v, mask=None):
    logits = np.einsum("...nd,...md->...nm", q, k) / q.shape[-1] ** 0.5
    seen = np.ones(logits.shape, dtype=bool) if mask is None else np.broadcast_to(mask, logits.shape)
    logits = np.where(seen, logits, -1e30)
    e = np.exp(logits - logits.max(-1, keepdims=True)) * seen
    sums = e.sum(-1, keepdims=True)
    weights = np.divide(e, sums, out=np.zeros_like(e), where=sums > 0)
    return np.einsum("...nm,...me->...ne", weights, v)
