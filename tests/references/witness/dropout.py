"""The draws one after the other, entry by entry; and their share, within six standard errors."""

import numpy as np


def witness(x, p, rng, training=True):
    flat, kept = [], []
    for value in np.ravel(x).tolist():
        stays = not training or rng.random() >= p
        kept.append(stays)
        flat.append((value / (1 - p) if training else value) if stays else 0.0)
    return np.array(flat).reshape(x.shape), np.array(kept, dtype=bool).reshape(x.shape)


def agrees(answer, x, p, rng, training=True):
    y, kept = answer
    if not training:
        np.testing.assert_array_equal(y, x)
        return
    assert not y[~kept].any()
    error = 6 * np.sqrt(p * (1 - p) / max(kept.size, 1))
    if kept.size > 1000:
        assert abs(kept.mean() - (1 - p)) < error
        ones = y / x
        assert abs(ones.mean() - 1) < error / (1 - p)
