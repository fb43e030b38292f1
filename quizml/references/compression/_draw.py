"""Weights and steps to draw for the exercises on quantisation and pruning."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from numpy.random import Generator
    from numpy.typing import ArrayLike, NDArray


def distinct(rng: Generator, shape: tuple[int, ...], whole: bool = False) -> NDArray[Any]:
    """Numbers of either sign, no two of the same magnitude, none 0."""
    count = int(np.prod(shape))
    magnitudes = rng.permutation(count) + 1.0
    if not whole:
        magnitudes = (magnitudes + rng.uniform(0, 0.5, count)) * 3 / (count + 1)
    signs = rng.choice([-1.0, 1.0], count)
    found = (magnitudes * signs).reshape(shape)
    return np.asarray(found.astype(np.int64) if whole else found)


def steps(rng: Generator, levels: NDArray[Any]) -> NDArray[np.float64]:
    """Whole levels moved a little, so that rounding brings each of them back."""
    return np.asarray(levels + rng.uniform(-0.4, 0.4, levels.shape), dtype=np.float64)


def clear_of_halves(levels: ArrayLike) -> bool:
    """Whether no number lies so near the middle between two integers that its last digits decide.

    Huge ones are integers already.
    """
    levels = np.asarray(levels, dtype=np.float64)
    levels = levels[np.abs(levels) < 1e6]
    return not np.any(np.abs(levels - np.floor(levels) - 0.5) < 1e-3)
