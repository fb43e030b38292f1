"""Dilated (atrous) convolution: the taps of the kernel lie apart."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from quizml.model.exercises import Category, Closeness, Exercise, Parameter
from quizml.references.convolution._layers import image, layer, pair, shuffled, single, turned
from quizml.references.hidden import Arguments, Family, Hidden, Suspect

if TYPE_CHECKING:
    from numpy.random import Generator
    from numpy.typing import ArrayLike, NDArray

    from quizml.references.convolution._layers import Pair

    Floats = NDArray[np.float64]


def dilated_conv2d(
    x: ArrayLike, w: ArrayLike, b: ArrayLike, stride: Pair = 1, pad: Pair = 0, dilation: Pair = 1
) -> Floats:
    r"""Cross-correlation of maps (N, C, H, W) with spread-out filters (F, C, HH, WW), plus bias.

    $y_{n,f,i,j} = b_f + \sum_{c,u,v} x_{n,c,\,i s + u d - p,\,j s + v d - p} w_{f,c,u,v}$, zero
    outside the map. Neighbouring taps are d pixels apart, with d - 1 holes between them, so a
    kernel spans d (HH - 1) + 1 rows: (N, F, H', W') with H' = (H + 2 pad - d (HH - 1) - 1) // s + 1
    and W' likewise. Dilation 1 is the ordinary convolution.
    Source: Yu and Koltun 2016, arXiv:1511.07122, equation 2; Dumoulin and Visin 2016,
    arXiv:1603.07285, section 5.1.

    >>> x, w = np.arange(6.0).reshape(1, 1, 1, 6), np.array([[[[1.0, 100.0]]]])
    >>> dilated_conv2d(x, w, np.zeros(1), dilation=3)[0, 0].tolist()
    [[300.0, 401.0, 502.0]]
    """
    x, w, b = (np.asarray(a, dtype=np.float64) for a in (x, w, b))
    (down, right), (high, wide), (tall, broad) = pair(stride), pair(pad), pair(dilation)
    padded = np.pad(x, ((0, 0), (0, 0), (high, high), (wide, wide)))
    span = (tall * (w.shape[2] - 1) + 1, broad * (w.shape[3] - 1) + 1)
    windows = np.lib.stride_tricks.sliding_window_view(padded, span, axis=(2, 3))
    taps = windows[:, :, ::down, ::right, ::tall, ::broad]
    return np.asarray(np.einsum("ncijuv,fcuv->nfij", taps, w) + b[:, None, None])


def _plain(rng: Generator, size: int) -> Arguments:
    return layer(rng, (1, 1, size + 4, size + 4), (1, 3, 3), dilation=2)


def _ordinary(rng: Generator, size: int) -> Arguments:
    return layer(rng, (1, 1, size + 2, size + 2), (1, 3, 3))


def _channels(rng: Generator, size: int) -> Arguments:
    return layer(rng, (1, 2, size + 6, size + 6), (3, 3, 3), dilation=3)


def _same_size(rng: Generator, size: int) -> Arguments:
    dilation = int(rng.integers(2, 4))
    return layer(rng, (1, 1, size + 2, size + 2), (2, 3, 3), pad=dilation, dilation=dilation)


def _strided(rng: Generator, size: int) -> Arguments:
    return layer(rng, (1, 2, 2 * size + 5, 2 * size + 5), (2, 3, 3), stride=2, dilation=2)


def _batch(rng: Generator, size: int) -> Arguments:
    return layer(rng, (size + 1, 2, 5, 5), (3, 2, 2), dilation=2)


def _not_square(rng: Generator, size: int) -> Arguments:
    high, wide = shuffled(rng, size + 4, size + 7)
    return layer(rng, (2, 2, high, wide), (3, 3, 3), dilation=2)


def _kernel_not_square(rng: Generator, size: int) -> Arguments:
    high, wide = shuffled(rng, 1, 3)
    return layer(rng, (1, 2, size + 4, size + 4), (2, high, wide), dilation=2)


def _pairs(rng: Generator, size: int) -> Arguments:
    side = 2 * size + 5  # with either dilation the strides divide it evenly
    dilation, stride = shuffled(rng, 1, 2), shuffled(rng, 1, 2)
    return layer(rng, (1, 1, side, side), (2, 3, 3), stride=stride, dilation=dilation)


def _padded_pairs(rng: Generator, size: int) -> Arguments:
    dilation, pad = shuffled(rng, 1, 3), shuffled(rng, 0, 2)
    return layer(rng, (1, 1, size + 6, size + 6), (1, 3, 3), pad=pad, dilation=dilation)


def _leftover(rng: Generator, size: int) -> Arguments:
    side = 3 * size + 6
    return layer(rng, (1, 1, side, side), (1, 3, 3), stride=3, dilation=2)


def _whole_map(rng: Generator, size: int) -> Arguments:
    return layer(rng, (1, 2, 2 * size + 1, 3), (2, size + 1, 2), dilation=2)


def _holes_wider_than_map(rng: Generator, size: int) -> Arguments:
    """Taps so far apart that all but one fall on the padding."""
    dilation = size + 2
    return layer(rng, (1, 2, size + 1, size + 1), (2, 3, 3), pad=dilation, dilation=dilation)


def _one_by_one(rng: Generator, size: int) -> Arguments:
    return layer(rng, (1, 3, size, size), (2, 1, 1), dilation=3)


def _no_maps(rng: Generator, size: int) -> Arguments:
    return layer(rng, (0, 2, size + 4, size + 4), (2, 3, 3), dilation=2)


def _big(rng: Generator, size: int) -> Arguments:
    return layer(rng, (2, 3, 5 * size + 1, 6 * size), (size, 3, 3), pad=2, dilation=2)


def _more(value: Pair) -> tuple[int, int]:
    high, wide = pair(value)
    return high + 1, wide + 1


def _one_hole_too_many(x: Any, w: Any, b: Any, dilation: Pair = 1, **how: Pair) -> Floats:
    return dilated_conv2d(x, w, b, dilation=_more(dilation), **how)


def _not_dilated(x: Any, w: Any, b: Any, dilation: Pair = 1, **how: Pair) -> Floats:  # noqa: ARG001
    return dilated_conv2d(x, w, b, **how)


def _flipped(x: Any, w: NDArray[Any], b: Any, **how: Pair) -> Floats:
    return dilated_conv2d(x, w[:, :, ::-1, ::-1], b, **how)


def _without_bias(x: Any, w: Any, b: NDArray[Any], **how: Pair) -> Floats:
    return dilated_conv2d(x, w, np.zeros(b.shape), **how)


def _size_of_kernel(x: Any, w: Any, b: Any, **how: Pair) -> Floats:
    """The output is cut, as if a kernel spanned HH * dilation rows."""
    (down, right), (tall, broad) = pair(how.get("stride", 1)), pair(how.get("dilation", 1))
    high, wide = pair(how.get("pad", 0))
    rows = (x.shape[2] + 2 * high - tall * w.shape[2]) // down + 1
    columns = (x.shape[3] + 2 * wide - broad * w.shape[3]) // right + 1
    return dilated_conv2d(x, w, b, **how)[:, :, :rows, :columns]


def _swapped(x: Any, w: Any, b: Any, **how: Pair) -> Floats:
    return dilated_conv2d(x, w, b, **{name: turned(value) for name, value in how.items()})


HIDDEN = Hidden(
    Exercise(
        name="dilated_conv2d",
        summary="Forward pass of a dilated (atrous) convolution layer.",
        parameters=(
            Parameter("x", "(N, C, H, W) array of maps; floats, or integers for images"),
            Parameter("w", "(F, C, HH, WW) array of filters"),
            Parameter("b", "(F,) array of biases"),
            Parameter("stride", "an int, or a pair (height, width)", "1"),
            Parameter("pad", "an int, or a pair (height, width): zeros on each side", "0"),
            Parameter("dilation", "an int or a pair: pixels from one tap to the next", "1"),
        ),
        returns="(N, F, H', W') floats, H' = (H + 2*pad - dilation*(HH - 1) - 1)//stride + 1",
        conventions=(
            "Dilation d leaves d - 1 holes between neighbouring taps; 1 is the usual convolution.",
            "Cross-correlation: the kernel is not flipped.",
            "Rows and columns that the stride leaves over are not read.",
            "N may be 0; x, w and b come back unchanged.",
        ),
        example=(
            (
                "dilated_conv2d(np.eye(5)[None, None], np.ones((1, 1, 3, 3)), np.ones(1), 1, 0, 2)",
                "array([[[[4.]]]])",
            ),
        ),
        closeness=Closeness(rtol=1e-7, atol=1e-8),
    ),
    dilated_conv2d,
    (
        Family(Category.BASIC, "dilation 1", _ordinary),
        Family(Category.BASIC, "dilation 2", _plain),
        Family(Category.BASIC, "channels and filters, dilation 3", _channels),
        Family(Category.BASIC, "padding that keeps the size", _same_size),
        Family(Category.BASIC, "stride 2", _strided),
        Family(Category.SHAPE, "a batch", _batch),
        Family(Category.SHAPE, "maps that are not square", _not_square, 3),
        Family(Category.SHAPE, "kernels that are not square", _kernel_not_square),
        Family(Category.SHAPE, "pairs for stride and dilation", _pairs, 4),
        Family(Category.SHAPE, "pairs for padding and dilation", _padded_pairs, 4),
        Family(Category.DTYPE, "float32", lambda rng, size: single(_plain(rng, size))),
        Family(Category.DTYPE, "an integer image", lambda rng, n: image(rng, _plain(rng, n))),
        Family(Category.EDGE, "a stride that leaves some over", _leftover),
        Family(Category.EDGE, "a kernel that spans the whole map", _whole_map),
        Family(Category.EDGE, "holes wider than the map", _holes_wider_than_map),
        Family(Category.EDGE, "a 1x1 kernel", _one_by_one, 1),
        Family(Category.EDGE, "no maps", _no_maps, 1),
        Family(Category.ALIASING, "the inputs stay as they were", _batch),
        Family(Category.LARGE, "larger maps", _big, 1),
    ),
    (
        Suspect("one hole too many: dilation d means d - 1 zeros between taps", _one_hole_too_many),
        Suspect("the argument `dilation` is ignored", _not_dilated),
        Suspect("the kernel spans d*(k - 1) + 1 pixels, not d*k", _size_of_kernel),
        Suspect("the kernel is flipped (true convolution)", _flipped),
        Suspect("the bias is not added", _without_bias),
        Suspect("height and width of a pair are swapped", _swapped),
    ),
)
