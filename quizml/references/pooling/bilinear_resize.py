"""Bilinear resizing of maps, by either convention of where pixels are."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from quizml.model.exercises import Category, Exercise, Parameter
from quizml.references.convolution._layers import shuffled, single
from quizml.references.hidden import Arguments, Family, Hidden, Suspect
from quizml.references.pooling._points import linear_weights

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.random import Generator
    from numpy.typing import ArrayLike, NDArray

    Floats = NDArray[np.float64]


def bilinear_resize(x: ArrayLike, size: tuple[int, int], align_corners: bool = False) -> Floats:
    r"""Maps (N, C, H, W) resized to (N, C, H', W'), with size = (H', W').

    Output i of m along an axis of n pixels reads the input at (i + 0.5) n / m - 0.5, clamped to
    0 .. n - 1: the outer edges coincide. With `align_corners` it reads at i (n - 1) / (m - 1), and
    at 0 if m is 1: the centres of the corner pixels coincide. Between two pixels it interpolates
    linearly, in both directions. Maps are made smaller without smoothing. No maps, no maps.
    Source: PyTorch documentation, torch.nn.functional.interpolate, mode "bilinear".

    >>> bilinear_resize([[[[0.0, 12.0]]]], (1, 4)).tolist()
    [[[[0.0, 3.0, 9.0, 12.0]]]]
    >>> bilinear_resize([[[[0.0, 12.0]]]], (1, 3), align_corners=True).tolist()
    [[[[0.0, 6.0, 12.0]]]]
    """
    x = np.asarray(x, dtype=np.float64)
    rows, columns = (
        linear_weights(read_positions(n, m, align_corners), n)
        for n, m in zip(x.shape[2:], size, strict=True)
    )
    return np.asarray(rows @ x @ columns.T)


def read_positions(n: int, m: int, align_corners: bool) -> Floats:
    """Where each of m outputs reads n pixels, not yet clamped."""
    outputs = np.arange(m, dtype=np.float64)
    if align_corners:
        return outputs * ((n - 1) / max(m - 1, 1))
    return (outputs + 0.5) * (n / m) - 0.5


def _maps(rng: Generator, shape: tuple[int, ...], high: int, wide: int) -> Arguments:
    return {"x": rng.normal(1, 2, shape), "size": (high, wide)}


def _doubled(rng: Generator, size: int) -> Arguments:
    return _maps(rng, (1, 1, size + 1, size + 1), 2 * size + 2, 2 * size + 2)


def _channels(rng: Generator, size: int) -> Arguments:
    side = size + int(rng.integers(3, 6))
    return _maps(rng, (1, 3, size + 1, size + 1), side, side)


def _smaller(rng: Generator, size: int) -> Arguments:
    return _maps(rng, (1, 2, 2 * size + 3, 2 * size + 3), size + 1, size + 1)


def _aligned(make: Callable[[Generator, int], Arguments]) -> Callable[..., Arguments]:
    return lambda rng, size: make(rng, size) | {"align_corners": True}


def _batch(rng: Generator, size: int) -> Arguments:
    return _maps(rng, (size + 1, 2, 3, 3), 5, 5)


def _not_square(rng: Generator, size: int) -> Arguments:
    high, wide = shuffled(rng, size + 1, size + 4)
    return _maps(rng, (2, 2, high, wide), high + 3, wide + 2)


def _one_way(rng: Generator, size: int) -> Arguments:
    """Larger in one direction, smaller in the other."""
    return _maps(rng, (1, 2, size + 4, size + 4), *shuffled(rng, size + 2, 2 * size + 7))


def _pixels(rng: Generator, size: int) -> Arguments:
    found = _channels(rng, size)
    return found | {"x": rng.integers(0, 256, found["x"].shape)}


def _same_size(rng: Generator, size: int) -> Arguments:
    return _maps(rng, (1, 2, size, size + 1), size, size + 1)


def _to_one_pixel(rng: Generator, size: int) -> Arguments:
    return _maps(rng, (2, 2, 2 * size, size + 2), 1, 1)


def _from_one_pixel(rng: Generator, size: int) -> Arguments:
    return _maps(rng, (size, 2, 1, 1), 3, 2)


def _no_maps(rng: Generator, size: int) -> Arguments:
    return _maps(rng, (0, 2, size + 1, size + 1), 5, 5)


def _many(rng: Generator, size: int) -> Arguments:
    return _maps(rng, (1, 3, 8 * size, 10 * size), 15 * size, 17 * size)


def _otherwise(x: Any, size: Any, align_corners: bool = False) -> Floats:
    return bilinear_resize(x, size, not align_corners)


def _read_at(positions: Callable[[int, int], Floats]) -> Callable[..., Floats]:
    """What comes out if the corners that are not aligned are read at these positions."""

    def answer(x: Any, size: Any, align_corners: bool = False) -> Floats:
        if align_corners:
            return bilinear_resize(x, size, align_corners)
        rows, columns = (
            linear_weights(positions(n, m), n) for n, m in zip(x.shape[2:], size, strict=True)
        )
        return np.asarray(rows @ np.asarray(x, dtype=np.float64) @ columns.T)

    return answer


def _nearest(x: Any, size: Any, align_corners: bool = False) -> Floats:  # noqa: ARG001
    rows, columns = (np.arange(m) * n // m for n, m in zip(x.shape[2:], size, strict=True))
    return np.asarray(x[:, :, rows][..., columns], dtype=np.float64)


def _swapped(x: Any, size: Any, align_corners: bool = False) -> Floats:
    return bilinear_resize(x.swapaxes(2, 3), size, align_corners).swapaxes(2, 3)


HIDDEN = Hidden(
    Exercise(
        name="bilinear_resize",
        summary="Resize maps by bilinear interpolation, with or without aligned corners.",
        parameters=(
            Parameter("x", "(N, C, H, W) array of maps, floats or integers"),
            Parameter("size", "the pair (H', W') asked for"),
            Parameter("align_corners", "whether the centres of corner pixels coincide", "False"),
        ),
        returns="(N, C, H', W') array of floats",
        conventions=(
            "Output i of m reads an axis of n pixels at (i + 0.5) * n / m - 0.5.",
            "With align_corners it reads at i * (n - 1) / (m - 1), and at 0 if m is 1.",
            "Positions are clamped to 0 .. n - 1; pixel centres are whole numbers.",
            "Maps are made smaller by the same rule, without smoothing.",
            "All sizes are at least 1, only N may be 0; x comes back unchanged.",
        ),
        example=(
            (
                "bilinear_resize(np.array([[[[0.0, 12.0]]]]), (1, 4))",
                "array([[[[ 0.,  3.,  9., 12.]]]])",
            ),
        ),
    ),
    bilinear_resize,
    (
        Family(Category.BASIC, "twice as large", _doubled),
        Family(Category.BASIC, "channels", _channels),
        Family(Category.BASIC, "smaller", _smaller),
        Family(Category.BASIC, "aligned corners", _aligned(_channels), 3),
        Family(Category.SHAPE, "a batch", _batch),
        Family(Category.SHAPE, "maps that are not square", _not_square, 3),
        Family(Category.SHAPE, "larger one way, smaller the other", _one_way),
        Family(Category.DTYPE, "float32", lambda rng, size: single(_channels(rng, size))),
        Family(Category.DTYPE, "integers", _pixels),
        Family(Category.EDGE, "the size that it has", _same_size),
        Family(Category.EDGE, "to one pixel", _to_one_pixel, 1),
        Family(Category.EDGE, "to one pixel, aligned corners", _aligned(_to_one_pixel), 1),
        Family(Category.EDGE, "from one pixel", _from_one_pixel, 1),
        Family(Category.EDGE, "from one pixel, aligned corners", _aligned(_from_one_pixel), 1),
        Family(Category.EDGE, "no maps", _no_maps, 1),
        Family(Category.ALIASING, "the input stays as it was", _not_square),
        Family(Category.LARGE, "larger maps", _many, 1),
    ),
    (
        Suspect("`align_corners` is taken the other way, or ignored", _otherwise),
        Suspect(
            "off by half a pixel: outputs read at i * n / m",
            _read_at(lambda n, m: np.arange(m, dtype=np.float64) * (n / m)),
        ),
        Suspect(
            "off by half a pixel: 0.5 is added, but not subtracted again",
            _read_at(lambda n, m: (np.arange(m, dtype=np.float64) + 0.5) * (n / m)),
        ),
        Suspect("the nearest pixel instead of a mean of four", _nearest),
        Suspect("height and width of the size are swapped", _swapped),
    ),
)
