"""im2col: every window of a convolution as a row of a matrix."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from quizml.model.exercises import Category, Exercise, Parameter
from quizml.references.convolution._layers import pair, shuffled, single, turned
from quizml.references.hidden import Arguments, Family, Hidden, Suspect

if TYPE_CHECKING:
    from numpy.random import Generator
    from numpy.typing import ArrayLike, NDArray

    from quizml.references.convolution._layers import Pair

    Floats = NDArray[np.float64]


def im2col(x: ArrayLike, kernel_size: Pair, stride: Pair = 1, pad: Pair = 0) -> Floats:
    """The windows of maps (N, C, H, W) as rows: (N * H' * W', C * HH * WW).

    Row (n * H' + i) * W' + j is the window that output (i, j) of map n reads, flattened channel by
    channel, row by row. H' = (H + 2 pad - HH) // stride + 1 and W' likewise, zeros outside the map.
    Then a convolution with w (F, C, HH, WW) is one product: im2col(x, ...) @ w.reshape(F, -1).T.
    No maps, no rows. Source: Chellapilla, Puri, Simard 2006, High Performance Convolutional Neural
    Networks for Document Processing.

    >>> im2col(np.arange(9.0).reshape(1, 1, 3, 3), 2).tolist()[:2]
    [[0.0, 1.0, 3.0, 4.0], [1.0, 2.0, 4.0, 5.0]]
    """
    x = np.asarray(x, dtype=np.float64)
    size, (down, right), (high, wide) = pair(kernel_size), pair(stride), pair(pad)
    padded = np.pad(x, ((0, 0), (0, 0), (high, high), (wide, wide)))
    windows = np.lib.stride_tricks.sliding_window_view(padded, size, axis=(2, 3))
    windows = windows[:, :, ::down, ::right]  # (N, C, H', W', HH, WW)
    return windows.transpose(0, 2, 3, 1, 4, 5).reshape(-1, x.shape[1] * size[0] * size[1])


def _maps(rng: Generator, maps: tuple[int, ...], kernel_size: Pair, **how: Any) -> Arguments:
    return {"x": rng.normal(size=maps), "kernel_size": kernel_size, **how}


def _plain(rng: Generator, size: int) -> Arguments:
    return _maps(rng, (1, 1, size + 1, size + 1), 2)


def _channels(rng: Generator, size: int) -> Arguments:
    return _maps(rng, (1, 3, size + 2, size + 2), 3)


def _padded(rng: Generator, size: int) -> Arguments:
    return _maps(rng, (1, 1, size + 1, size + 1), 3, pad=int(rng.integers(1, 3)))


def _strided(rng: Generator, size: int) -> Arguments:
    return _maps(rng, (1, 2, 2 * size + 1, 2 * size + 1), 3, stride=2, pad=1)


def _batch(rng: Generator, size: int) -> Arguments:
    return _maps(rng, (size + 1, 2, 4, 4), 2)


def _not_square(rng: Generator, size: int) -> Arguments:
    high, wide = shuffled(rng, size + 2, size + 5)
    return _maps(rng, (2, 2, high, wide), 3)


def _kernel_not_square(rng: Generator, size: int) -> Arguments:
    return _maps(rng, (1, 2, size + 3, size + 3), shuffled(rng, 1, 3))


def _pairs(rng: Generator, size: int) -> Arguments:
    side = 2 * size + 3  # both strides divide it evenly
    stride, pad = shuffled(rng, 1, 2), shuffled(rng, 0, 2)
    return _maps(rng, (1, 2, side, side), 3, stride=stride, pad=pad)


def _leftover(rng: Generator, size: int) -> Arguments:
    stride = int(rng.integers(2, 4))
    return _maps(rng, (1, 1, stride * size + 4, stride * size + 4), 3, stride=stride)


def _wide_stride(rng: Generator, size: int) -> Arguments:
    return _maps(rng, (1, 2, 3 * size, 3 * size), 2, stride=3)


def _whole_map(rng: Generator, size: int) -> Arguments:
    return _maps(rng, (2, 2, size, size + 1), (size, size + 1))


def _one_by_one(rng: Generator, size: int) -> Arguments:
    return _maps(rng, (2, 3, size, size + 1), 1)


def _no_maps(rng: Generator, size: int) -> Arguments:
    return _maps(rng, (0, 2, size + 2, size + 2), 3)


def _big(rng: Generator, size: int) -> Arguments:
    return _maps(rng, (2, 3, 8 * size + 1, 9 * size), 3, pad=1)


def _blocks(x: Any, kernel_size: Pair, **how: Pair) -> NDArray[np.float64]:
    """The rows again with their axes: (N, H', W', C, HH, WW)."""
    high, wide = pair(kernel_size)
    step, zeros = pair(how.get("stride", 1)), pair(how.get("pad", 0))
    rows = (x.shape[2] + 2 * zeros[0] - high) // step[0] + 1
    columns = (x.shape[3] + 2 * zeros[1] - wide) // step[1] + 1
    flat = im2col(x, kernel_size, **how)
    return flat.reshape(len(x), rows, columns, x.shape[1], high, wide)


def _in_order(*axes: int) -> Any:
    """A mistake in the order of the axes; the first three go over the windows."""

    def answer(x: Any, kernel_size: Pair, **how: Pair) -> Floats:
        right = im2col(x, kernel_size, **how)
        return _blocks(x, kernel_size, **how).transpose(axes).reshape(right.shape)

    return answer


def _columns(x: Any, kernel_size: Pair, **how: Pair) -> Floats:
    return im2col(x, kernel_size, **how).T


def _without_padding(x: Any, kernel_size: Pair, stride: Pair = 1, pad: Pair = 0) -> Floats:  # noqa: ARG001
    return im2col(x, kernel_size, stride)


def _late_by_padding(x: Any, kernel_size: Pair, stride: Pair = 1, pad: Pair = 0) -> Floats:
    high, wide = pair(pad)
    late = np.pad(x, ((0, 0), (0, 0), (0, 2 * high), (0, 2 * wide)))
    return im2col(late, kernel_size, stride)


def _swapped(x: Any, kernel_size: Pair, stride: Pair = 1, pad: Pair = 0) -> Floats:
    return im2col(x, turned(kernel_size), turned(stride), turned(pad))


HIDDEN = Hidden(
    Exercise(
        name="im2col",
        summary="Lay out every window of a convolution as a row of a matrix.",
        parameters=(
            Parameter("x", "(N, C, H, W) array of maps, floats"),
            Parameter("kernel_size", "an int, or a pair (HH, WW)"),
            Parameter("stride", "an int, or a pair (height, width)", "1"),
            Parameter("pad", "an int, or a pair (height, width): zeros on each side", "0"),
        ),
        returns="(N*H'*W', C*HH*WW) array of floats, H' = (H + 2*pad - HH) // stride + 1",
        conventions=(
            "One row per window: map by map, and in a map from left to right, then top to bottom.",
            "A window is flattened channel by channel, each channel row by row.",
            "So im2col(x, k) @ w.reshape(F, -1).T is the convolution with w (F, C, HH, WW).",
            "Rows and columns that the stride leaves over are not read.",
            "N may be 0 (no rows, C*HH*WW columns); x comes back unchanged.",
        ),
        example=(
            (
                "im2col(np.arange(6.0).reshape(1, 1, 2, 3), 2)",
                "array([[0., 1., 3., 4.],\n       [1., 2., 4., 5.]])",
            ),
        ),
    ),
    im2col,
    (
        Family(Category.BASIC, "one channel", _plain),
        Family(Category.BASIC, "channels", _channels),
        Family(Category.BASIC, "padding", _padded),
        Family(Category.BASIC, "stride 2", _strided),
        Family(Category.SHAPE, "a batch", _batch),
        Family(Category.SHAPE, "maps that are not square", _not_square, 3),
        Family(Category.SHAPE, "kernels that are not square", _kernel_not_square),
        Family(Category.SHAPE, "pairs for stride and padding", _pairs, 4),
        Family(Category.DTYPE, "float32", lambda rng, size: single(_channels(rng, size))),
        Family(Category.EDGE, "a stride that leaves some over", _leftover, 3),
        Family(Category.EDGE, "a stride wider than the kernel", _wide_stride),
        Family(Category.EDGE, "a kernel as large as the map", _whole_map),
        Family(Category.EDGE, "a 1x1 kernel", _one_by_one, 1),
        Family(Category.EDGE, "no maps", _no_maps, 1),
        Family(Category.ALIASING, "the input stays as it was", _strided),
        Family(Category.LARGE, "larger maps", _big, 1),
    ),
    (
        Suspect("windows stand in columns; here they are rows", _columns),
        Suspect("a window is flattened with the channel last", _in_order(0, 1, 2, 4, 5, 3)),
        Suspect("the map varies fastest; here rows go map by map", _in_order(1, 2, 0, 3, 4, 5)),
        Suspect("windows go down the columns first", _in_order(0, 2, 1, 3, 4, 5)),
        Suspect("the padding is not applied", _without_padding),
        Suspect("off by the padding: zeros are added on one side only", _late_by_padding),
        Suspect("height and width of a pair are swapped", _swapped),
    ),
)
