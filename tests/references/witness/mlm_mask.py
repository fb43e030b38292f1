"""Token by token from the same draws; and over many tokens BERT's shares: 12, 1.5, 1.5 %."""

import numpy as np


def witness(tokens, mask_id, vocab_size, rng, special_ids=(), probability=0.15):
    draws = rng.random(tokens.size), rng.random(tokens.size)
    words = rng.integers(0, vocab_size, tokens.size)
    inputs, labels = [], []
    for token, u, v, word in zip(tokens.ravel().tolist(), *draws, words.tolist(), strict=True):
        chosen = u < probability and token not in special_ids
        kind = int(np.digitize(v, [0.8, 0.9]))
        inputs.append((mask_id, word, token)[kind] if chosen else token)
        labels.append(token if chosen else -100)
    return tuple(np.array(part, dtype=int).reshape(tokens.shape) for part in (inputs, labels))


def agrees(answer, tokens, mask_id, vocab_size, rng, special_ids=(), probability=0.15):
    inputs, labels = answer
    if tokens.size < 10_000:
        return
    assert abs(np.mean(inputs == mask_id) - 0.12) < 0.022
    assert abs(np.mean((labels >= 0) & (inputs != mask_id)) - 0.03) < 0.012
    assert abs(np.mean((labels >= 0) & (inputs == tokens)) - 0.015) < 0.009
