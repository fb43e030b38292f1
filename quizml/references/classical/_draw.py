"""Samples to draw, and the same cases in other types."""

from __future__ import annotations

import copy
from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.random import Generator
    from numpy.typing import NDArray

    from quizml.references.hidden import Arguments

    Floats = NDArray[np.float64]
    Make = Callable[[Generator, int], Arguments]


def samples(rng: Generator, n: int, d: int) -> Floats:
    """(n, d) samples whose features differ in offset and in spread."""
    return rng.normal(rng.uniform(-4, 4, d), rng.uniform(0.5, 5, d), (n, d))


def whole(rng: Generator, n: int, d: int) -> NDArray[np.int64]:
    """(n, d) small integers, of which no column is constant if n is at least 2."""
    found = rng.integers(-9, 10, (n, d))
    found[0] = found[-1] + rng.integers(1, 5, d)
    return found


def narrow(arguments: Arguments) -> Arguments:
    """The same arguments with their float64 arrays in float32."""
    return {
        name: value.astype(np.float32)
        if isinstance(value, np.ndarray) and value.dtype == np.float64
        else value
        for name, value in arguments.items()
    }


def groups(rng: Generator, n: int, d: int, k: int) -> Floats:
    """(n, d) samples around k places in (-10, 10), at least one at each."""
    places = rng.uniform(-10, 10, (k, d))
    chosen = rng.permutation(np.concatenate([np.arange(k), rng.integers(0, k, n - k)]))
    return np.asarray(places[chosen] + rng.normal(0, 1.5, (n, d)))


def telling(make: Make, solve: Callable[..., Any], *rivals: Callable[..., Any]) -> Make:
    """`make`, drawn until no rival answers like `solve`; so it tells them apart."""

    def drawn(rng: Generator, size: int) -> Arguments:
        for _ in range(500):
            arguments = make(rng, size)
            want = solve(**_fresh(arguments))
            if not any(_same(want, rival(**_fresh(arguments))) for rival in rivals):
                return arguments
        raise AssertionError(f"{make.__name__} tells nothing apart")

    return drawn


def _fresh(arguments: Arguments) -> Arguments:
    """With a copy of a generator, whose next draw is still to come."""
    return copy.deepcopy(arguments)


def _same(a: Any, b: Any) -> bool:
    if isinstance(a, tuple):
        return all(map(_same, a, b))
    return np.shape(a) == np.shape(b) and bool(np.allclose(a, b))
