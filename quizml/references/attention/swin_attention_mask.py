"""The mask of shifted windows: tokens from different places of the map do not meet."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from quizml.model.exercises import Category, Exercise, Parameter
from quizml.references.hidden import Arguments, Family, Hidden, Suspect

if TYPE_CHECKING:
    from numpy.random import Generator
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]
    Size = int | tuple[int, int]


def swin_attention_mask(input_size: tuple[int, int], window_size: Size, shift_size: Size) -> Floats:
    """Numbers (K, P, P) to add to the scores of K windows of P tokens: 0 or, if forbidden, -100.

    input_size (H, W), window_size M or (M, N), shift_size s or (s, t): the map was rolled up by s
    and to the left by t, so in the last row of windows the lower s rows come from the top of the
    map, and in the last column the right t columns from its left side. Tokens of one window may
    meet if no such seam lies between them. Windows and tokens are numbered row by row; H and W are
    multiples of M and N, 0 <= s < M, 0 <= t < N. Without a shift all is 0.
    Source: Liu et al. 2021, arXiv:2103.14030, section 3.2; official code (-100 for -inf).

    >>> swin_attention_mask((2, 1), (2, 1), (1, 0)).tolist()
    [[[0.0, -100.0], [-100.0, 0.0]]]
    """
    (height, width), (m, n), (s, t) = (
        (size, size) if isinstance(size, int) else size
        for size in (input_size, window_size, shift_size)
    )
    below = np.arange(height) >= height - s
    right = np.arange(width) >= width - t
    regions = 2 * below[:, None] + right
    windows = regions.reshape(height // m, m, width // n, n).swapaxes(1, 2).reshape(-1, m * n)
    return np.where(windows[:, :, None] == windows[:, None, :], 0.0, -100.0)


def _square(rng: Generator, size: int) -> Arguments:  # noqa: ARG001
    m = int(rng.integers(2, 5))
    side = m * int(rng.integers(2, 4))
    return {"input_size": (side, side), "window_size": m, "shift_size": m // 2}


def _any_shift(rng: Generator, size: int) -> Arguments:  # noqa: ARG001
    m = int(rng.integers(3, 5))
    shift = int(rng.integers(1, m))
    return {"input_size": (2 * m, 2 * m), "window_size": m, "shift_size": shift}


def _oblong_map(rng: Generator, size: int) -> Arguments:
    m = int(rng.integers(2, 4))
    high, wide = (int(count) for count in rng.permutation([1 + size // 2, 3 + size // 4]))
    return {"input_size": (m * high, m * wide), "window_size": m, "shift_size": 1}


def _oblong_windows(rng: Generator, size: int) -> Arguments:
    m, n = (int(side) for side in rng.permutation([3, 2 if size > 1 else 3]))
    sides = (2 * m, 2 * n)
    if size == 1:
        return {"input_size": sides, "window_size": m, "shift_size": 1}
    shift = (m - 1, n - 1) if size > 2 else 1
    return {"input_size": sides, "window_size": (m, n), "shift_size": shift}


def _one_way(rng: Generator, size: int) -> Arguments:  # noqa: ARG001
    m = int(rng.integers(2, 4))
    shift = (1, 0) if rng.random() < 0.5 else (0, 1)
    return {"input_size": (2 * m, 2 * m), "window_size": m, "shift_size": shift}


def _one_window(rng: Generator, size: int) -> Arguments:  # noqa: ARG001
    m = int(rng.integers(2, 5))
    return {"input_size": (m, m), "window_size": m, "shift_size": int(rng.integers(1, m))}


def _no_shift(rng: Generator, size: int) -> Arguments:  # noqa: ARG001
    m = int(rng.integers(1, 4))
    return {"input_size": (2 * m, 3 * m), "window_size": m, "shift_size": 0}


def _usual(rng: Generator, size: int) -> Arguments:  # noqa: ARG001
    return {"input_size": (14, 7 * max(size, 2)), "window_size": 7, "shift_size": 3}


def _pairs(*sizes: Any) -> list[tuple[int, int]]:
    return [(size, size) if isinstance(size, int) else tuple(size) for size in sizes]


def _of_regions(rows: Any, columns: Any, m: int, n: int) -> Floats:
    regions = np.asarray(rows)[:, None] + columns
    high, wide = regions.shape
    windows = regions.reshape(high // m, m, wide // n, n).swapaxes(1, 2).reshape(-1, m * n)
    return np.where(windows[:, :, None] == windows[:, None, :], 0.0, -100.0)


def _sums(input_size: Any, window_size: Any, shift_size: Any) -> Floats:
    (high, wide), (m, n), (s, t) = _pairs(input_size, window_size, shift_size)
    return _of_regions(np.arange(high) >= high - s, 1 * (np.arange(wide) >= wide - t), m, n)


def _in_front(input_size: Any, window_size: Any, shift_size: Any) -> Floats:
    (high, wide), (m, n), (s, t) = _pairs(input_size, window_size, shift_size)
    return _of_regions(2 * (np.arange(high) < s), np.arange(wide) < t, m, n)


def _rows_only(input_size: Any, window_size: Any, shift_size: Any) -> Floats:
    (high, wide), (m, n), (s, _) = _pairs(input_size, window_size, shift_size)
    return _of_regions(2 * (np.arange(high) >= high - s), np.zeros(wide), m, n)


def _ones(input_size: Any, window_size: Any, shift_size: Any) -> Floats:
    return 1 + swin_attention_mask(input_size, window_size, shift_size) / 100


def _infinite(input_size: Any, window_size: Any, shift_size: Any) -> Floats:
    mask = swin_attention_mask(input_size, window_size, shift_size)
    return np.where(mask < 0, -np.inf, mask)


HIDDEN = Hidden(
    Exercise(
        name="swin_attention_mask",
        summary="What to add to the scores of shifted windows, so that distant parts do not meet.",
        parameters=(
            Parameter("input_size", "pair (H, W), the size of the map in tokens"),
            Parameter("window_size", "side M, or a pair (M, N) of height and width"),
            Parameter("shift_size", "s for both axes, or a pair (s, t): rolled up s and left t"),
        ),
        returns="(K, P, P) array of floats, 0 or -100: K windows of P = M * N tokens",
        conventions=(
            "The map has been rolled cyclically up by s and to the left by t before it is cut.",
            "0 where two tokens of a window are from one connected part of the map, else -100.",
            "So the last row of windows may hold rows from the top of the map below its own rows,",
            "and the last column of windows may hold columns from its left side.",
            "Windows are numbered row by row, tokens within a window too.",
            "H is a multiple of M, W of N; 0 <= s < M and 0 <= t < N; without a shift all is 0.",
            "One window may be the whole map: its parts are still kept apart.",
        ),
        example=(
            (
                "swin_attention_mask((2, 1), (2, 1), (1, 0))",
                "array([[[   0., -100.],\n        [-100.,    0.]]])",
            ),
        ),
    ),
    swin_attention_mask,
    (
        Family(Category.BASIC, "a shift by half a window", _square, 4),
        Family(Category.BASIC, "other shifts", _any_shift, 3),
        Family(Category.SHAPE, "maps that are not square", _oblong_map, 3),
        Family(Category.SHAPE, "windows that are not square", _oblong_windows, 4),
        Family(Category.EDGE, "a shift along one axis", _one_way, 3),
        Family(Category.EDGE, "one window is the whole map", _one_window, 2),
        Family(Category.EDGE, "no shift", _no_shift, 1),
        Family(Category.LARGE, "windows of 7, shifted by 3", _usual, 1),
    ),
    (
        Suspect("two regions share a number (the sum of row part and column part)", _sums),
        Suspect("the seams lie at the top and left, as if rolled the other way", _in_front),
        Suspect("only the rows are kept apart, not the columns", _rows_only),
        Suspect("1 for allowed and 0 for forbidden, instead of 0 and -100", _ones),
        Suspect("-inf instead of -100", _infinite),
    ),
)
