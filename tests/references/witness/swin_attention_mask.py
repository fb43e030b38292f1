"""Each token's place before the roll: two may meet if they are as far apart there as after it."""

from itertools import product

import numpy as np

GOLDEN = [
    (
        {"input_size": (4, 2), "window_size": 2, "shift_size": (1, 0)},
        np.stack([np.zeros((4, 4)), -100 * np.kron(1 - np.eye(2), np.ones((2, 2)))]),
    ),
    (
        {"input_size": (2, 2), "window_size": 2, "shift_size": 1},
        -100 * (1 - np.eye(4))[None],
    ),
]


def witness(input_size, window_size, shift_size):
    m, n = (window_size,) * 2 if isinstance(window_size, int) else window_size
    s, t = (shift_size,) * 2 if isinstance(shift_size, int) else shift_size
    high, wide = input_size
    out = []
    for top, left in product(range(0, high, m), range(0, wide, n)):
        now = [(top + i, left + j) for i, j in product(range(m), range(n))]
        before = [((i + s) % high, (j + t) % wide) for i, j in now]
        pairs = product(zip(now, before, strict=True), repeat=2)
        meet = [
            (a[0] - b[0], a[1] - b[1]) == (p[0] - q[0], p[1] - q[1]) for (a, p), (b, q) in pairs
        ]
        out.append(np.where(np.reshape(meet, (m * n, m * n)), 0.0, -100.0))
    return np.array(out)
