# WRONG: basic: 80/10/10 of all tokens, as the notes say, not of the 15 % chosen
import numpy as np


def mlm_mask(tokens, mask_id, vocab_size, rng, special_ids=(), probability=0.15):
    rng.random(tokens.shape)
    kind = rng.random(tokens.shape)
    words = rng.integers(0, vocab_size, tokens.shape)
    plain = ~np.isin(tokens, special_ids)
    inputs = np.where(kind < 0.8, mask_id, np.where(kind < 0.9, words, tokens))
    return np.where(plain, inputs, tokens), np.where(plain, tokens, -100)
