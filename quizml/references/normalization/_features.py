"""Inputs for layers that normalise: features that differ in place and spread."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.random import Generator
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]


def features(rng: Generator, *shape: int, axis: int = 1) -> Floats:
    """Random features; each entry along `axis` has a mean and a spread of its own."""
    own = [1] * len(shape)
    own[axis] = shape[axis]
    return np.asarray(rng.normal(size=shape) * rng.uniform(0.8, 2, own) + rng.normal(0, 2, own))


def scales(rng: Generator, *shape: int) -> Floats:
    """Factors of either sign, none of them near 0."""
    return np.asarray(rng.uniform(0.5, 2, shape) * rng.choice([-1.0, 1.0], shape))


def narrow(arguments: dict[str, object]) -> dict[str, object]:
    """The same arguments with their arrays in float32."""
    return {
        name: value.astype(np.float32) if isinstance(value, np.ndarray) else value
        for name, value in arguments.items()
    }
