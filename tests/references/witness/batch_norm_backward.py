"""Differentiation by the complex step, of the forward pass alone; and a gradient by hand."""

import numpy as np

STEP = 1e-30
ENTRIES = 25
GOLDEN = [
    (
        {"dy": np.array([[1.0], [0.0], [0.0]]), "x": np.array([[0.0], [0.0], [3.0]])}
        | {"gamma": np.ones(1), "eps": 0.0},
        # mean 1, variance 2: x^ = (-1, -1, 2) / sqrt 2, dgamma = -1 / sqrt 2, dbeta = 1;
        # dx = (1 - 1/3 - 1/6, 0 - 1/3 - 1/6, 0 - 1/3 + 1/3) / sqrt 2
        (
            np.array([[0.5], [-0.5], [0.0]]) / np.sqrt(2),
            [-1 / np.sqrt(2)],
            [1.0],
        ),
    ),
]


def forward(x, gamma, beta, eps):
    """One channel, any shape; nothing in it but what is analytic."""
    centred = x - x.sum() / x.size
    return gamma * centred / np.sqrt((centred * centred).sum() / x.size + eps) + beta


def agrees(answer, dy, x, gamma, eps=1e-5):
    dx, dgamma, dbeta = answer
    dy, x, gamma = (np.asarray(a, dtype=np.float64) for a in (dy, x, gamma))
    assert dx.shape == x.shape
    assert dgamma.shape == dbeta.shape == gamma.shape

    def slope(channel, values, factor, offset):
        loss = (dy[:, channel] * forward(values, factor, offset, eps)).sum()
        return loss.imag / STEP

    size = np.abs(dx).max()
    for channel, factor in enumerate(gamma):
        values = x[:, channel].astype(complex)
        got = [dgamma[channel], dbeta[channel]]
        want = [
            slope(channel, values, factor + 1j * STEP, 0),
            slope(channel, values, factor, 1j * STEP),
        ]
        np.testing.assert_allclose(got, want, rtol=1e-8, atol=1e-8)
        every = -(-values.size // ENTRIES)
        for place in range(0, values.size, every):
            moved = values.copy()
            moved.flat[place] += 1j * STEP
            want = slope(channel, moved, factor, 0)
            np.testing.assert_allclose(
                dx[:, channel].flat[place], want, rtol=1e-8, atol=1e-9 * size + 1e-12
            )
