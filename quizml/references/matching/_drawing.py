"""Costs on which the obvious choices fail."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from numpy.random import Generator
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]


def costs(rng: Generator, rows: int, columns: int) -> Floats:
    """Different costs from 1 to 10; the cheapest of all leads astray, if there is room.

    Of two rows the earlier costs 0.1 or 0.2 and the later 0.3 or much, in the same two columns:
    whoever takes the 0.1 pays for it. (With more rows than columns, the other way round.)
    """
    if rows > columns:
        return np.ascontiguousarray(costs(rng, columns, rows).T)
    chosen = rng.choice(np.arange(1000, 10_000), rows * columns, replace=False)
    table = np.asarray(chosen.reshape(rows, columns) / 1000, dtype=np.float64)
    if rows > 1:
        first, second = np.sort(rng.choice(rows, 2, replace=False))
        here, there = rng.choice(columns, 2, replace=False)
        table[second] += 20
        table[first, here], table[first, there], table[second, here] = 0.1, 0.2, 0.3
    return table


def slack(cost: NDArray[Any]) -> float:
    """By how much two totals of these costs may differ and be the same."""
    scale = float(np.abs(np.asarray(cost, dtype=np.float64)).max(initial=0.0))
    return (1e-5 if cost.dtype == np.float32 else 1e-11) * scale * len(cost)
