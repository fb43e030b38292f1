"""col2im: the rows of im2col added back to where their windows were."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from quizml.model.exercises import Category, Closeness, Exercise, Parameter
from quizml.references.convolution._layers import pair, shuffled, single, turned
from quizml.references.hidden import Arguments, Family, Hidden, Suspect

if TYPE_CHECKING:
    from numpy.random import Generator
    from numpy.typing import ArrayLike, NDArray

    from quizml.references.convolution._layers import Pair

    Floats = NDArray[np.float64]
    Shape = tuple[int, int, int, int]


def col2im(
    cols: ArrayLike, x_shape: Shape, kernel_size: Pair, stride: Pair = 1, pad: Pair = 0
) -> Floats:
    """Maps of shape `x_shape` (N, C, H, W): each row of `cols` is added to its window.

    cols is (N * H' * W', C * HH * WW), in the order of im2col: rows map by map, left to right, top
    to bottom; columns channel by channel, row by row. Where windows overlap their values add up,
    what falls on the padding is lost, and pixels that no window reads get 0. This is the transpose
    of im2col, sum(im2col(x) * cols) = sum(x * col2im(cols)), and not its inverse: it carries the
    gradient of the windows back to the input.
    Source: Dumoulin and Visin 2016, arXiv:1603.07285, section 4.1 (convolution as a matrix).

    >>> col2im(np.ones((4, 4)), (1, 1, 3, 3), 2)[0, 0].tolist()
    [[1.0, 2.0, 1.0], [2.0, 4.0, 2.0], [1.0, 2.0, 1.0]]
    """
    number, channels, height, width = x_shape
    (tall, broad), (down, right) = pair(kernel_size), pair(stride)
    high, wide = pair(pad)
    rows = (height + 2 * high - tall) // down + 1
    columns = (width + 2 * wide - broad) // right + 1
    windows = np.asarray(cols, dtype=np.float64)
    windows = windows.reshape(number, rows, columns, channels, tall, broad)
    padded = np.zeros((number, channels, height + 2 * high, width + 2 * wide))
    for u in range(tall):  # of one tap no two windows meet
        for v in range(broad):
            places = padded[:, :, u : u + down * rows : down, v : v + right * columns : right]
            places += windows[..., u, v].transpose(0, 3, 1, 2)
    return padded[:, :, high : high + height, wide : wide + width]


def _places(x_shape: Shape, kernel_size: Pair, stride: Pair = 1, pad: Pair = 0) -> tuple[int, int]:
    """How many windows there are below each other, and side by side."""
    kernel, step, zeros = pair(kernel_size), pair(stride), pair(pad)
    counts = [(x_shape[2 + i] + 2 * zeros[i] - kernel[i]) // step[i] + 1 for i in (0, 1)]
    return counts[0], counts[1]


def _windows(rng: Generator, x_shape: Shape, kernel_size: Pair, **how: Any) -> Arguments:
    rows, columns = _places(x_shape, kernel_size, **how)
    high, wide = pair(kernel_size)
    return {
        "cols": rng.normal(size=(x_shape[0] * rows * columns, x_shape[1] * high * wide)),
        "x_shape": x_shape,
        "kernel_size": kernel_size,
        **how,
    }


def _plain(rng: Generator, size: int) -> Arguments:
    return _windows(rng, (1, 1, size + 2, size + 2), 2)


def _channels(rng: Generator, size: int) -> Arguments:
    return _windows(rng, (1, 3, size + 3, size + 3), 3)


def _padded(rng: Generator, size: int) -> Arguments:
    return _windows(rng, (1, 1, size + 1, size + 1), 3, pad=int(rng.integers(1, 3)))


def _strided(rng: Generator, size: int) -> Arguments:
    return _windows(rng, (1, 2, 2 * size + 1, 2 * size + 1), 3, stride=2, pad=1)


def _batch(rng: Generator, size: int) -> Arguments:
    return _windows(rng, (size + 1, 2, 4, 4), 2)


def _not_square(rng: Generator, size: int) -> Arguments:
    high, wide = shuffled(rng, size + 3, size + 6)
    return _windows(rng, (2, 2, high, wide), 3)


def _kernel_not_square(rng: Generator, size: int) -> Arguments:
    return _windows(rng, (1, 2, size + 3, size + 3), shuffled(rng, 1, 3))


def _pairs(rng: Generator, size: int) -> Arguments:
    side = 2 * size + 3  # both strides divide it evenly
    stride, pad = shuffled(rng, 1, 2), shuffled(rng, 0, 2)
    return _windows(rng, (1, 2, side, side), 3, stride=stride, pad=pad)


def _leftover(rng: Generator, size: int) -> Arguments:
    stride = int(rng.integers(2, 4))
    side = stride * size + 4
    return _windows(rng, (1, 1, side, side), 3, stride=stride)


def _wide_stride(rng: Generator, size: int) -> Arguments:
    return _windows(rng, (1, 2, 3 * size + 2, 3 * size + 2), 2, stride=3)


def _whole_map(rng: Generator, size: int) -> Arguments:
    return _windows(rng, (2, 2, size, size + 1), (size, size + 1))


def _no_maps(rng: Generator, size: int) -> Arguments:
    return _windows(rng, (0, 2, size + 2, size + 2), 3)


def _big(rng: Generator, size: int) -> Arguments:
    return _windows(rng, (2, 3, 7 * size + 1, 8 * size), 3, pad=1)


def _averaged(cols: Any, *rest: Any, **how: Any) -> Floats:
    counts = col2im(np.ones(cols.shape), *rest, **how)
    return col2im(cols, *rest, **how) / np.where(counts > 0, counts, 1)


def _overwritten(
    cols: Any, x_shape: Shape, kernel_size: Pair, stride: Pair = 1, pad: Pair = 0
) -> Floats:
    """The last window that holds a pixel wins; so it is, too, with += and repeated indices."""
    number, channels, height, width = x_shape
    (tall, broad), (down, right) = pair(kernel_size), pair(stride)
    (high, wide), (rows, columns) = pair(pad), _places(x_shape, kernel_size, stride, pad)
    i = down * np.arange(rows)[:, None, None, None] + np.arange(tall)[:, None]
    j = right * np.arange(columns)[:, None, None] + np.arange(broad)
    padded = np.zeros((number, channels, height + 2 * high, width + 2 * wide))
    windows = cols.reshape(number, rows, columns, channels, tall, broad)
    padded[:, :, i, j] = windows.transpose(0, 3, 1, 2, 4, 5)
    return padded[:, :, high : high + height, wide : wide + width]


def _channel_last(
    cols: Any, x_shape: Shape, kernel_size: Pair, stride: Pair = 1, pad: Pair = 0
) -> Floats:
    high, wide = pair(kernel_size)
    turned_rows = cols.reshape(-1, high * wide, x_shape[1]).swapaxes(1, 2).reshape(cols.shape)
    return col2im(turned_rows, x_shape, kernel_size, stride, pad)


def _map_fastest(cols: Any, x_shape: Shape, *rest: Any, **how: Any) -> Floats:
    """The rows read as if the map varied fastest."""
    rows = cols.reshape(-1, x_shape[0], cols.shape[1]).swapaxes(0, 1).reshape(cols.shape)
    return col2im(rows, x_shape, *rest, **how)


def _padding_stays(
    cols: Any, x_shape: Shape, kernel_size: Pair, stride: Pair = 1, pad: Pair = 0
) -> Floats:
    high, wide = pair(pad)
    number, channels, height, width = x_shape
    large = (number, channels, height + 2 * high, width + 2 * wide)
    return col2im(cols, large, kernel_size, stride)


def _swapped(
    cols: Any, x_shape: Shape, kernel_size: Pair, stride: Pair = 1, pad: Pair = 0
) -> Floats:
    return col2im(cols, x_shape, turned(kernel_size), turned(stride), turned(pad))


HIDDEN = Hidden(
    Exercise(
        name="col2im",
        summary="Add the rows of an im2col matrix back to the windows that they came from.",
        parameters=(
            Parameter("cols", "(N*H'*W', C*HH*WW) array of floats, a row per window"),
            Parameter("x_shape", "the shape (N, C, H, W) of the maps asked for"),
            Parameter("kernel_size", "an int, or a pair (HH, WW)"),
            Parameter("stride", "an int, or a pair (height, width)", "1"),
            Parameter("pad", "an int, or a pair (height, width): zeros that were added", "0"),
        ),
        returns="(N, C, H, W) array of floats, without the padding",
        conventions=(
            "H' = (H + 2*pad - HH) // stride + 1, and W' likewise.",
            "Rows come map by map, and in a map from left to right, then top to bottom.",
            "In a row the values stand channel by channel, each channel row by row.",
            "Where windows overlap, values add up; pixels that no window reads get 0.",
            "N may be 0; cols comes back unchanged.",
        ),
        example=(
            (
                "col2im(np.ones((2, 4)), (1, 1, 2, 3), 2)",
                "array([[[[1., 2., 1.],\n         [1., 2., 1.]]]])",
            ),
        ),
        closeness=Closeness(rtol=1e-7, atol=1e-8),
    ),
    col2im,
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
        Family(Category.EDGE, "pixels left over by the stride", _leftover, 3),
        Family(Category.EDGE, "a stride wider than the kernel", _wide_stride),
        Family(Category.EDGE, "a kernel as large as the map", _whole_map),
        Family(Category.EDGE, "no maps", _no_maps, 1),
        Family(Category.ALIASING, "the input stays as it was", _strided),
        Family(Category.LARGE, "larger maps", _big, 1),
    ),
    (
        Suspect("overlapping windows overwrite each other; they must be added", _overwritten),
        Suspect("overlaps are averaged; they must be added", _averaged),
        Suspect("a row is read with the channel last", _channel_last),
        Suspect("rows are read as if the map varied fastest", _map_fastest),
        Suspect("the padding is not cut off", _padding_stays),
        Suspect("height and width of a pair are swapped", _swapped),
    ),
)
