"""What the exercises on pooling share: windows, and random maps with what is told of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from quizml.references.convolution._layers import pair, shuffled

if TYPE_CHECKING:
    from numpy.random import Generator
    from numpy.typing import NDArray

    from quizml.references.convolution._layers import Pair
    from quizml.references.hidden import Arguments

    Floats = NDArray[np.float64]


def windows(x: Floats, kernel_size: Pair, stride: Pair | None, pad: Pair, fill: float) -> Floats:
    """Windows (N, C, H', W', HH, WW) of maps (N, C, H, W) that `fill` surrounds.

    H' = (H + 2 pad - HH) // stride + 1 and W' likewise; without a stride they lie side by side.

    >>> windows(np.arange(4.0).reshape(1, 1, 1, 4), (1, 2), None, 0, 0.0).tolist()
    [[[[[[0.0, 1.0]], [[2.0, 3.0]]]]]]
    """
    size, (high, wide) = pair(kernel_size), pair(pad)
    down, right = size if stride is None else pair(stride)
    frame = ((0, 0), (0, 0), (high, high), (wide, wide))
    padded = np.pad(x, frame, constant_values=fill)
    every = np.lib.stride_tricks.sliding_window_view(padded, size, axis=(2, 3))
    return every[:, :, ::down, ::right]


def _maps(rng: Generator, shape: tuple[int, ...], kernel_size: Pair, **how: Any) -> Arguments:
    return {"x": rng.normal(size=shape), "kernel_size": kernel_size, **how}


def _padded_maps(
    rng: Generator, shape: tuple[int, ...], kernel_size: Pair, **how: Any
) -> Arguments:
    """Positive values, as behind a ReLU."""
    return {"x": rng.uniform(0.5, 9, shape), "kernel_size": kernel_size, **how}


def halves(rng: Generator, size: int) -> Arguments:
    """The first window holds nothing positive."""
    found = _maps(rng, (1, 1, 2 * size, 2 * size), 2)
    found["x"][0, 0, :2, :2] = -rng.uniform(0.5, 3, (2, 2))
    return found


def channels(rng: Generator, size: int) -> Arguments:
    return _maps(rng, (1, 3, 3 * size, 3 * size), 3)


def overlapping(rng: Generator, size: int) -> Arguments:
    return _maps(rng, (1, 2, 2 * size + 1, 2 * size + 1), 3, stride=2)


def padded(rng: Generator, size: int) -> Arguments:
    stride = int(rng.integers(1, 3))
    return _padded_maps(rng, (1, 2, 2 * size + 1, 2 * size + 1), 3, stride=stride, pad=1)


def batch(rng: Generator, size: int) -> Arguments:
    return _maps(rng, (size + 1, 2, 4, 4), 2)


def not_square(rng: Generator, size: int) -> Arguments:
    return _maps(rng, (2, 2, *shuffled(rng, 2 * size, 2 * size + 4)), 2)


def kernel_not_square(rng: Generator, size: int) -> Arguments:
    return _maps(rng, (1, 2, 6 * size, 6 * size), shuffled(rng, 2, 3))


def pairs(rng: Generator, size: int) -> Arguments:
    side = 2 * size + 3  # both strides divide it evenly
    stride, pad = shuffled(rng, 1, 2), shuffled(rng, 0, 1)
    return _padded_maps(rng, (1, 2, side, side), 3, stride=stride, pad=pad)


def pixels(rng: Generator, size: int) -> Arguments:
    return {"x": rng.integers(0, 256, (1, 2, 2 * size, 2 * size)), "kernel_size": 2}


def leftover(rng: Generator, size: int) -> Arguments:
    """One to two rows and columns that no window reaches."""
    stride = int(rng.integers(2, 4))
    return _maps(rng, (1, 1, stride * size + 4, stride * size + 4), 3, stride=stride)


def wide_stride(rng: Generator, size: int) -> Arguments:
    return _maps(rng, (1, 2, 3 * size + 2, 3 * size + 2), 2, stride=3)


def whole_map(rng: Generator, size: int) -> Arguments:
    return _maps(rng, (2, 2, size + 1, size + 2), (size + 1, size + 2))


def negative(rng: Generator, size: int) -> Arguments:
    found = _padded_maps(rng, (1, 2, 2 * size + 1, 2 * size + 1), 3, stride=2, pad=1)
    return found | {"x": -found["x"]}


def no_maps(rng: Generator, size: int) -> Arguments:
    return _maps(rng, (0, 2, 2 * size + 2, 2 * size + 2), 2)


def big(rng: Generator, size: int) -> Arguments:
    return _padded_maps(rng, (2, 3, 12 * size + 1, 10 * size + 1), 3, stride=2, pad=1)
