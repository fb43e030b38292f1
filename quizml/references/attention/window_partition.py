"""The windows of a Swin Transformer, shifted or not."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from quizml.model.exercises import Category, Exercise, Parameter
from quizml.references.hidden import Arguments, Family, Hidden, Suspect

if TYPE_CHECKING:
    from numpy.random import Generator
    from numpy.typing import ArrayLike, NDArray

    Floats = NDArray[np.floating]


def window_partition(x: ArrayLike, window_size: int, shift_size: int = 0) -> Floats:
    """Windows (B K, M, M, C) of maps x (B, H, W, C), with M = window_size and K = (H/M) (W/M).

    The map is first rolled up and to the left by shift_size, rows and columns that leave it
    entering at the other side. All windows of a map stand together, row by row. H and W are
    multiples of M, and 0 <= shift_size < M. Nothing is computed: numbers and dtype stay.
    Source: Liu et al. 2021, arXiv:2103.14030, section 3.2; official code.

    >>> window_partition(np.arange(4.0).reshape(1, 2, 2, 1), 1).ravel().tolist()
    [0.0, 1.0, 2.0, 3.0]
    >>> window_partition(np.arange(4.0).reshape(1, 2, 2, 1), 2, 1).ravel().tolist()
    [3.0, 2.0, 1.0, 0.0]
    """
    x, m = np.asarray(x), window_size
    b, height, width, c = x.shape
    rolled = np.roll(x, (-shift_size, -shift_size), axis=(1, 2))
    split = rolled.reshape(b, height // m, m, width // m, m, c)
    count = b * (height // m) * (width // m)
    return split.transpose(0, 1, 3, 2, 4, 5).reshape(count, m, m, c)


def _maps(rng: Generator, *shape: int) -> Floats:
    return rng.normal(0, 1, shape).round(3)


def _one_map(rng: Generator, size: int) -> Arguments:
    return {"x": _maps(rng, 1, 4, 4, size), "window_size": 2}


def _batch(rng: Generator, size: int) -> Arguments:
    return {"x": _maps(rng, size + 1, 4, 4, 2), "window_size": 2}


def _shifted(rng: Generator, size: int) -> Arguments:
    m = int(rng.choice([2, 3, 6]))
    return {"x": _maps(rng, 1, m * 2, m * 2, size), "window_size": m, "shift_size": m // 2}


def _oblong(rng: Generator, size: int) -> Arguments:
    return {"x": _maps(rng, 2, 6, 3 * size, 2), "window_size": 3, "shift_size": 1}


def _all_equal(rng: Generator, size: int) -> Arguments:
    """All sizes equal, so that a wrong order fits."""
    m = min(size + 1, 3)
    return {"x": _maps(rng, m, m * m, m * m, m), "window_size": m}


def _single_precision(rng: Generator, size: int) -> Arguments:
    x = _maps(rng, 1, 4, 4, size).astype(np.float32)
    return {"x": x, "window_size": 2, "shift_size": 1}


def _whole_map(rng: Generator, size: int) -> Arguments:
    return {"x": _maps(rng, 2, size + 1, size + 1, 2), "window_size": size + 1}


def _whole_map_shifted(rng: Generator, size: int) -> Arguments:
    return _whole_map(rng, size + 1) | {"shift_size": int(rng.integers(1, size + 2))}


def _single_tokens(rng: Generator, size: int) -> Arguments:
    return {"x": _maps(rng, 2, size, size + 1, 2), "window_size": 1}


def _nearly_a_window(rng: Generator, size: int) -> Arguments:
    return {"x": _maps(rng, 1, 8, 4 * size, 1), "window_size": 4, "shift_size": 3}


def _no_maps(rng: Generator, size: int) -> Arguments:
    return {"x": _maps(rng, 0, 4, 4, size), "window_size": 2}


def _many(rng: Generator, size: int) -> Arguments:
    return {"x": _maps(rng, 4, 14 * size, 14 * size, 8), "window_size": 7, "shift_size": 3}


def _only_reshaped(x: Any, window_size: int, shift_size: int = 0) -> Floats:
    rolled = np.roll(x, (-shift_size, -shift_size), axis=(1, 2))
    return np.asarray(rolled.reshape(-1, window_size, window_size, x.shape[-1]))


def _rolled_down(x: Any, window_size: int, shift_size: int = 0) -> Floats:
    return window_partition(np.roll(x, (shift_size, shift_size), axis=(1, 2)), window_size)


def _not_shifted(x: Any, window_size: int, shift_size: int = 0) -> Floats:  # noqa: ARG001
    return window_partition(x, window_size)


def _wrong_axes(x: Any, window_size: int, shift_size: int = 0) -> Floats:
    return window_partition(np.roll(x, (-shift_size, -shift_size), axis=(0, 1)), window_size)


def _column_by_column(x: Any, window_size: int, shift_size: int = 0) -> Floats:
    turned = np.swapaxes(x, 1, 2)
    return np.swapaxes(window_partition(turned, window_size, shift_size), 1, 2)


def _padded(x: Any, window_size: int, shift_size: int = 0) -> Floats:
    """Zeros enter instead of what left on the other side."""
    s = shift_size
    moved = np.pad(x, ((0, 0), (0, s), (0, s), (0, 0)))[:, s:, s:]
    return window_partition(moved, window_size)


HIDDEN = Hidden(
    Exercise(
        name="window_partition",
        summary="Cut feature maps into square windows, after the cyclic shift of Swin.",
        parameters=(
            Parameter("x", "(B, H, W, C) array of floats, channels last"),
            Parameter("window_size", "the side M of a window; H and W are multiples of it"),
            Parameter("shift_size", "how far the map is rolled first, 0 to M - 1", "0"),
        ),
        returns="(B * K, M, M, C) array, floats, with K = (H / M) * (W / M)",
        conventions=(
            "First the map is rolled cyclically by shift_size, up and to the left.",
            "What leaves at the top enters at the bottom, what leaves on the left on the right.",
            "Windows are numbered row by row: left to right, then top to bottom.",
            "All windows of the first map come first, then those of the second.",
            "B may be 0. x comes back unchanged.",
        ),
        example=(
            (
                "window_partition(np.arange(8.).reshape(1, 2, 4, 1), 2)[..., 0]",
                ("array([[[0., 1.],\n        [4., 5.]],\n\n       [[2., 3.],\n        [6., 7.]]])"),
            ),
        ),
    ),
    window_partition,
    (
        Family(Category.BASIC, "one map", _one_map),
        Family(Category.BASIC, "a batch", _batch),
        Family(Category.BASIC, "a shift by half a window", _shifted, 3),
        Family(Category.SHAPE, "maps that are not square", _oblong, 3),
        Family(Category.SHAPE, "all sizes equal", _all_equal),
        Family(Category.DTYPE, "float32", _single_precision),
        Family(Category.EDGE, "one window is the whole map", _whole_map, 1),
        Family(Category.EDGE, "the whole map, shifted", _whole_map_shifted, 1),
        Family(Category.EDGE, "windows of one token", _single_tokens, 1),
        Family(Category.EDGE, "a shift by nearly a window", _nearly_a_window, 1),
        Family(Category.EDGE, "no maps", _no_maps, 1),
        Family(Category.ALIASING, "the input stays as it was", _shifted),
        Family(Category.LARGE, "larger maps", _many, 1),
    ),
    (
        Suspect("reshaped without moving axes: a window holds parts of others", _only_reshaped),
        Suspect("the map is rolled down and to the right", _rolled_down),
        Suspect("the argument `shift_size` is ignored", _not_shifted),
        Suspect("the batch axis is rolled instead of the columns", _wrong_axes),
        Suspect("the windows are numbered column by column", _column_by_column),
        Suspect("zeros enter where the map should be rolled round", _padded),
    ),
)
