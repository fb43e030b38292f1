"""Each head by itself from slices of the matrices, hidden tokens cut out; SciPy's softmax."""

import numpy as np
from scipy.special import softmax


def witness(x, context, w_q, w_k, w_v, w_o, num_heads, context_mask=None):
    x, context = np.asarray(x, dtype=np.float64), np.asarray(context, dtype=np.float64)
    out = np.zeros(x.shape)
    each = w_q.shape[1] // num_heads
    for b, tokens in enumerate(x):
        seen = context[b] if context_mask is None else context[b][context_mask[b]]
        for h in range(num_heads):
            own = slice(h * each, (h + 1) * each)
            scores = tokens @ (w_q[:, own] @ w_k[:, own].T / each**0.5) @ seen.T
            out[b] += softmax(scores, axis=1) @ seen @ (w_v[:, own] @ w_o[own])
    return out
