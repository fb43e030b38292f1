# WRONG: basic: tokens that were chosen and stay are not predicted
import numpy as np


def mlm_mask(tokens, mask_id, vocab_size, rng, special_ids=(), probability=0.15):
    chosen = rng.random(tokens.shape) < probability
    kind = rng.random(tokens.shape)
    words = rng.integers(0, vocab_size, tokens.shape)
    for special in special_ids:
        chosen[tokens == special] = False
    labels = np.full(tokens.shape, -100)
    labels[chosen] = tokens[chosen]
    inputs = tokens.copy()
    inputs[chosen & (kind < 0.8)] = mask_id
    swap = chosen & (kind >= 0.8) & (kind < 0.9)
    inputs[swap] = words[swap]
    labels[inputs == tokens] = -100
    return inputs, labels
