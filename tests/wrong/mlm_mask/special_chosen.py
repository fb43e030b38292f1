# WRONG: edge: special tokens are hidden too
import numpy as np


def mlm_mask(tokens, mask_id, vocab_size, rng, special_ids=(), probability=0.15):
    chosen = rng.random(tokens.shape) < probability
    kind = rng.random(tokens.shape)
    words = rng.integers(0, vocab_size, tokens.shape)
    labels = np.full(tokens.shape, -100)
    labels[chosen] = tokens[chosen]
    inputs = tokens.copy()
    inputs[chosen & (kind < 0.8)] = mask_id
    swap = chosen & (kind >= 0.8) & (kind < 0.9)
    inputs[swap] = words[swap]
    return inputs, labels
