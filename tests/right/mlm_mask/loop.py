import numpy as np


def mlm_mask(tokens, mask_id, vocab_size, rng, special_ids=(), probability=0.15):
    u = rng.random(tokens.shape)
    v = rng.random(tokens.shape)
    w = rng.integers(0, vocab_size, tokens.shape)
    inputs = tokens.astype(np.int64)
    labels = np.zeros(tokens.shape, dtype=np.int64) - 100
    for place in np.ndindex(*tokens.shape):
        token = int(tokens[place])
        if token in special_ids or u[place] >= probability:
            continue
        labels[place] = token
        if v[place] < 0.8:
            inputs[place] = mask_id
        elif v[place] < 0.9:
            inputs[place] = w[place]
    return inputs, labels
