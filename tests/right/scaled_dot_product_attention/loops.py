import math

import numpy as np


def attend(query, keys, values, allowed):
    scores = [sum(a * b for a, b in zip(query, key)) / math.sqrt(len(query)) for key in keys]
    seen = [j for j in range(len(keys)) if allowed[j]]
    if not seen:
        return np.zeros(values.shape[-1])
    top = max(scores[j] for j in seen)
    powers = {j: math.exp(scores[j] - top) for j in seen}
    total = sum(powers.values())
    return sum(powers[j] / total * values[j] for j in seen)


def scaled_dot_product_attention(q, k, v, mask=None):
    n, m = q.shape[-2], k.shape[-2]
    if mask is None:
        mask = np.ones((n, m), dtype=bool)
    mask = np.broadcast_to(mask, (*q.shape[:-2], n, m))
    out = np.zeros((*q.shape[:-1], v.shape[-1]))
    for lead in np.ndindex(q.shape[:-2]):
        keys = k[lead].tolist()
        for i in range(n):
            out[lead][i] = attend(q[lead][i].tolist(), keys, v[lead].astype(float), mask[lead][i])
    return out
