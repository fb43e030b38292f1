"""A deck's own exercises."""

import numpy as np


def rescale(x, low=0.0, high=1.0):
    """Stretch the values of x linearly onto an interval.

    x: (N,) array of floats
    low: what the smallest becomes
    high: what the largest becomes
    returns: (N,) array of floats

    - Equal values all become `low`.

    >>> rescale(np.array([1.0, 3.0]))
    array([0., 1.])
    """
    x = np.asarray(x, dtype=np.float64)
    span = x.max() - x.min()
    share = (x - x.min()) / span if span else np.zeros_like(x)
    return low + share * (high - low)


def rescale_cases(rng, size):
    for _ in range(4):
        yield "basic", "some numbers", {"x": rng.normal(0, 3, size + 2)}
        yield (
            "basic",
            "another interval",
            {"x": rng.normal(0, 3, size + 2), "low": -1.0, "high": 2.0},
        )
    yield "edge", "equal numbers", {"x": np.full(size, rng.normal())}
    yield "aliasing", "the input stays as it was", {"x": rng.normal(0, 3, size + 2)}


def any_order(x):
    """The distinct values of x, in any order.

    x: (N,) array of integers
    returns: (K,) array of integers
    """
    return np.unique(x)


def any_order_cases(rng, size):
    for _ in range(6):
        yield "basic", "some numbers", {"x": rng.integers(0, 6, size * 3)}


def any_order_same(arguments, expected, got):
    return "" if sorted(expected.tolist()) == sorted(got.tolist()) else "not the distinct values"
