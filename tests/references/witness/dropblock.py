"""SciPy: scipy.signal.convolve2d grows the seeds to blocks; gamma by hand; and the share lost."""

import numpy as np
from scipy.signal import convolve2d

GOLDEN = [
    # default_rng(1) draws 0.512, 0.950, 0.144, 0.949; gamma = 0.5 / 4 * 9 / 4 = 0.28125
    (
        {"x": np.full((1, 1, 3, 3), 5.0), "p": 0.5, "block_size": 2}
        | {"rng": np.random.default_rng(1)},
        (
            [[[[9.0, 9.0, 9.0], [0.0, 0.0, 9.0], [0.0, 0.0, 9.0]]]],
            [[[[True, True, True], [False, False, True], [False, False, True]]]],
        ),
    ),
]


def witness(x, p, block_size, rng, training=True):
    x = np.asarray(x, dtype=np.float64)
    if not training:
        return x, np.full(x.shape, True)
    samples, channels, height, width = x.shape
    places = [(side - block_size + 1) for side in (height, width)]
    draws = rng.random((samples, channels, *places))
    share = p / block_size**2 * (height / places[0]) * (width / places[1])
    kept = np.empty(x.shape, dtype=bool)
    for n in range(samples):
        for c in range(channels):
            begins = (draws[n, c] < share).astype(int)
            kept[n, c] = convolve2d(begins, np.ones((block_size, block_size)), mode="full") == 0
    return np.where(kept, x, 0) / max(kept.mean(), 1e-9), kept


def agrees(answer, x, p, block_size, rng, training=True):
    """Of a large input about p falls, a little less where blocks overlap."""
    y, kept = answer
    assert not y[~kept].any()
    if training and x.size > 50_000:
        lost = 1 - kept.mean()
        assert 0.7 * p < lost < 1.1 * p
