"""Average pooling of maps: the mean of every window."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from quizml.model.exercises import Category, Exercise, Parameter
from quizml.references.convolution._layers import single, turned
from quizml.references.hidden import Arguments, Family, Hidden, Suspect
from quizml.references.pooling import _maps as draw
from quizml.references.pooling._maps import windows

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.random import Generator
    from numpy.typing import ArrayLike, NDArray

    from quizml.references.convolution._layers import Pair

    Floats = NDArray[np.float64]


def avg_pool2d(
    x: ArrayLike,
    kernel_size: Pair,
    stride: Pair | None = None,
    pad: Pair = 0,
    count_include_pad: bool = True,
) -> Floats:
    r"""Mean of each window of maps (N, C, H, W): (N, C, H', W').

    The sum over the HH x WW window, zeros outside the map, is divided by HH * WW, or, without
    `count_include_pad`, by the number of real values in the window. H' = (H + 2 pad - HH) //
    stride + 1 and W' likewise; pad is at most half the kernel, so every window holds a real value.
    The stride is the kernel's size unless it is told. Integers become float64; no maps, no maps.
    Source: PyTorch documentation, torch.nn.AvgPool2d.

    >>> x = np.full((1, 1, 2, 2), 4.0)
    >>> avg_pool2d(x, 2, 2, 1)[0, 0].tolist()
    [[1.0, 1.0], [1.0, 1.0]]
    >>> avg_pool2d(x, 2, 2, 1, count_include_pad=False)[0, 0].tolist()
    [[4.0, 4.0], [4.0, 4.0]]
    """
    x = np.asarray(x, dtype=np.float64)
    means = windows(x, kernel_size, stride, pad, 0.0).mean(axis=(4, 5))
    if count_include_pad:
        return np.asarray(means)
    ones = np.ones((1, 1, *x.shape[2:]))
    shares = windows(ones, kernel_size, stride, pad, 0.0).mean(axis=(4, 5))  # real ones, of all
    return np.asarray(means / shares)


def _real_only(make: Callable[[Generator, int], Arguments]) -> Callable[..., Arguments]:
    return lambda rng, size: make(rng, size) | {"count_include_pad": False}


def _always(include: bool) -> Callable[..., Floats]:
    def answer(
        x: Any,
        kernel_size: Pair,
        stride: Pair | None = None,
        pad: Pair = 0,
        count_include_pad: bool = True,  # noqa: ARG001
    ) -> Floats:
        return avg_pool2d(x, kernel_size, stride, pad, include)

    return answer


def _stride_one(x: Any, kernel_size: Pair, stride: Pair | None = None, **how: Any) -> Floats:
    return avg_pool2d(x, kernel_size, 1 if stride is None else stride, **how)


def _swapped(
    x: Any, kernel_size: Pair, stride: Pair | None = None, pad: Pair = 0, **how: Any
) -> Floats:
    step = None if stride is None else turned(stride)
    return avg_pool2d(x, turned(kernel_size), step, turned(pad), **how)


def _maximum(
    x: Any, kernel_size: Pair, stride: Pair | None = None, pad: Pair = 0, **_: Any
) -> Floats:
    return np.asarray(windows(x, kernel_size, stride, pad, -np.inf).max(axis=(4, 5)))


HIDDEN = Hidden(
    Exercise(
        name="avg_pool2d",
        summary="Average pooling: the mean of every window of the maps.",
        parameters=(
            Parameter("x", "(N, C, H, W) array of maps, floats or integers"),
            Parameter("kernel_size", "an int, or a pair (HH, WW)"),
            Parameter("stride", "an int, or a pair (height, width); None: the kernel_size", "None"),
            Parameter("pad", "an int, or a pair (height, width): zeros on each side", "0"),
            Parameter("count_include_pad", "whether padded zeros count in the divisor", "True"),
        ),
        returns="(N, C, H', W') array of floats, also where x holds integers",
        conventions=(
            "H' = (H + 2*pad - HH) // stride + 1, and W' likewise.",
            "With count_include_pad every sum is divided by HH*WW.",
            "Without, it is divided by the number of values of the map in that window.",
            "pad is at most half of the kernel_size, so every window holds a real value.",
            "Rows and columns that the stride leaves over are not read.",
            "N may be 0; x comes back unchanged.",
        ),
        example=(
            (
                "avg_pool2d(np.array([[[[1.0, 2.0, 3.0, 0.0], [4.0, 1.0, -1.0, 6.0]]]]), 2)",
                "array([[[[2., 2.]]]])",
            ),
        ),
    ),
    avg_pool2d,
    (
        Family(Category.BASIC, "2x2 windows", draw.halves),
        Family(Category.BASIC, "channels", draw.channels),
        Family(Category.BASIC, "windows that overlap", draw.overlapping),
        Family(Category.BASIC, "padding", draw.padded),
        Family(Category.BASIC, "padding that does not count", _real_only(draw.padded)),
        Family(Category.SHAPE, "a batch", draw.batch),
        Family(Category.SHAPE, "maps that are not square", draw.not_square, 3),
        Family(Category.SHAPE, "kernels that are not square", draw.kernel_not_square),
        Family(Category.SHAPE, "pairs for stride and padding", draw.pairs, 4),
        Family(Category.DTYPE, "float32", lambda rng, size: single(draw.channels(rng, size))),
        Family(Category.DTYPE, "integers", draw.pixels),
        Family(Category.EDGE, "a stride that leaves some over", draw.leftover, 3),
        Family(Category.EDGE, "a stride wider than the kernel", draw.wide_stride),
        Family(Category.EDGE, "a kernel as large as the map", draw.whole_map),
        Family(Category.EDGE, "no padding, and none that counts", _real_only(draw.leftover), 1),
        Family(Category.EDGE, "no maps", draw.no_maps, 1),
        Family(Category.ALIASING, "the input stays as it was", draw.padded),
        Family(Category.LARGE, "larger maps", _real_only(draw.big), 1),
    ),
    (
        Suspect("padded zeros always count in the divisor", _always(True)),
        Suspect("padded zeros never count in the divisor", _always(False)),
        Suspect("without a stride it is 1 here; it must be the kernel's size", _stride_one),
        Suspect("height and width of a pair are swapped", _swapped),
        Suspect("the maximum of the window instead of its mean", _maximum),
    ),
)
