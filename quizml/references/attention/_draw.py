"""How the inputs of attention and of its relatives are drawn."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from numpy.random import Generator
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]
    Booleans = NDArray[np.bool_]


def weights(rng: Generator, *shape: int) -> Floats:
    """A matrix that neither blows numbers up nor makes them vanish."""
    return rng.normal(0, 1.5 / np.sqrt(max(shape)), shape)


def some_mask(rng: Generator, *shape: int) -> Booleans:
    """True for somewhat more than half; in each row one True at least, and one False if it can."""
    mask = rng.random(shape) < 0.6
    rows = mask.reshape(-1, shape[-1])
    for row in rows:
        places = rng.permutation(shape[-1])
        row[places[-1]], row[places[0]] = False, True
    return mask


def narrow(arguments: dict[str, Any]) -> dict[str, Any]:
    """The same arguments with their floats in float32."""
    return {
        name: value.astype(np.float32)
        if isinstance(value, np.ndarray) and value.dtype.kind == "f"
        else value
        for name, value in arguments.items()
    }


def whole(rng: Generator, arguments: dict[str, Any]) -> dict[str, Any]:
    """The same arguments with their float arrays replaced by small integers."""
    return {
        name: rng.integers(-2, 3, value.shape)
        if isinstance(value, np.ndarray) and value.dtype.kind == "f"
        else value
        for name, value in arguments.items()
    }
