"""What the exercises on convolution share: pairs of height and width, and random layers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from numpy.random import Generator
    from numpy.typing import NDArray

    from quizml.references.hidden import Arguments

    Floats = NDArray[np.float64]
    Pair = int | tuple[int, int]


def pair(value: Pair) -> tuple[int, int]:
    """Height and width: an int stands for both.

    >>> pair(2), pair((1, 3))
    ((2, 2), (1, 3))
    """
    return (value, value) if isinstance(value, int) else value


def layer(
    rng: Generator, maps: tuple[int, int, int, int], kernel: tuple[int, int, int], **how: Any
) -> Arguments:
    """Random maps (N, C, H, W), filters (F, C / groups, HH, WW) and biases, and what is told."""
    filters, high, wide = kernel
    return {
        "x": rng.normal(size=maps),
        "w": rng.normal(size=(filters, maps[1] // how.get("groups", 1), high, wide)),
        "b": rng.normal(size=filters),
        **how,
    }


def single(arguments: Arguments) -> Arguments:
    """The same in float32."""
    return {
        name: value.astype(np.float32) if isinstance(value, np.ndarray) else value
        for name, value in arguments.items()
    }


def image(rng: Generator, arguments: Arguments) -> Arguments:
    """The same with pixels 0-255 as integers for maps: the output must not be integers."""
    return arguments | {"x": rng.integers(0, 256, arguments["x"].shape)}


def shuffled(rng: Generator, one: int, other: int) -> tuple[int, int]:
    """The two numbers in either order."""
    return (one, other) if rng.integers(2) else (other, one)


def turned(value: Pair) -> Pair:
    """Height and width the wrong way round: what a suspect does with a pair."""
    return value if isinstance(value, int) else value[::-1]
