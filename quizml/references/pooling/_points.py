"""What the exercises on interpolation and on regions share: weights, and random boxes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.random import Generator
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]


def linear_weights(at: Floats, cells: int) -> Floats:
    """Weights (K, cells) that read a row of cells at K positions, clamped to the row.

    Cell i has the position i; its weight is max(0, 1 - |at - i|).

    >>> linear_weights(np.array([0.25, -3.0]), 3).tolist()
    [[0.75, 0.25, 0.0], [1.0, 0.0, 0.0]]
    """
    at = np.clip(at, 0, cells - 1)
    return np.asarray(np.maximum(0, 1 - np.abs(at[:, None] - np.arange(cells))))


def boxes_on(rng: Generator, count: int, high: int, wide: int, maps: int = 1) -> Floats:
    """Boxes (count, 5) inside a map: its number, x1, y1, x2, y2; no border near a half."""
    corners = []
    for side in (wide, high):
        first = rng.integers(0, side // 2, count)
        last = rng.integers(first + 1, side)
        corners.append(np.stack([first, last]) + rng.uniform(-0.4, 0.4, (2, count)))
    (x1, x2), (y1, y2) = corners
    return np.stack([rng.integers(0, maps, count), x1, y1, x2, y2], axis=1).round(3)


def scaled(boxes: Floats, factor: float) -> Floats:
    """The same boxes on an image `factor` times as large as the map."""
    return np.asarray(boxes * np.array([1, factor, factor, factor, factor]))
