"""Max pooling of maps: the largest value of every window."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from quizml.model.exercises import Category, Exercise, Parameter
from quizml.references.convolution._layers import pair, single, turned
from quizml.references.hidden import Family, Hidden, Suspect
from quizml.references.pooling import _maps as draw
from quizml.references.pooling._maps import windows

if TYPE_CHECKING:
    from numpy.typing import ArrayLike, NDArray

    from quizml.references.convolution._layers import Pair

    Floats = NDArray[np.float64]


def max_pool2d(
    x: ArrayLike, kernel_size: Pair, stride: Pair | None = None, pad: Pair = 0
) -> Floats:
    r"""Largest value of each window of maps (N, C, H, W): (N, C, H', W').

    $y_{n,c,i,j} = \max_{u,v} x_{n,c,\,i s + u - p,\,j s + v - p}$ over the HH x WW window, with
    H' = (H + 2 pad - HH) // stride + 1 and W' likewise. The padding counts as minus infinity, so it
    never wins; pad is at most half the kernel, so every window holds a real value. The stride is
    the kernel's size unless it is told. Integers become float64; no maps, no maps.
    Source: PyTorch documentation, torch.nn.MaxPool2d.

    >>> max_pool2d(-np.arange(1.0, 10.0).reshape(1, 1, 3, 3), 2, pad=1)[0, 0].tolist()
    [[-1.0, -2.0], [-4.0, -5.0]]
    """
    x = np.asarray(x, dtype=np.float64)
    return np.asarray(windows(x, kernel_size, stride, pad, -np.inf).max(axis=(4, 5)))


def _zero_padding(x: Any, kernel_size: Pair, stride: Pair | None = None, pad: Pair = 0) -> Floats:
    return np.asarray(windows(x, kernel_size, stride, pad, 0.0).max(axis=(4, 5)))


def _stride_one(x: Any, kernel_size: Pair, stride: Pair | None = None, pad: Pair = 0) -> Floats:
    return max_pool2d(x, kernel_size, 1 if stride is None else stride, pad)


def _stride_ignored(
    x: Any,
    kernel_size: Pair,
    stride: Pair | None = None,  # noqa: ARG001
    pad: Pair = 0,
) -> Floats:
    return max_pool2d(x, kernel_size, None, pad)


def _rounded_up(x: Any, kernel_size: Pair, stride: Pair | None = None, pad: Pair = 0) -> Floats:
    """The windows that reach over the end count, too."""
    step, (high, wide) = pair(kernel_size if stride is None else stride), pair(pad)
    frame = ((0, 0), (0, 0), (high, high + step[0] - 1), (wide, wide + step[1] - 1))
    longer = np.pad(np.asarray(x, dtype=np.float64), frame, constant_values=-np.inf)
    return max_pool2d(longer, kernel_size, stride)


def _mean(x: Any, kernel_size: Pair, stride: Pair | None = None, pad: Pair = 0) -> Floats:
    return np.asarray(windows(x, kernel_size, stride, pad, 0.0).mean(axis=(4, 5)))


def _swapped(x: Any, kernel_size: Pair, stride: Pair | None = None, pad: Pair = 0) -> Floats:
    step = None if stride is None else turned(stride)
    return max_pool2d(x, turned(kernel_size), step, turned(pad))


HIDDEN = Hidden(
    Exercise(
        name="max_pool2d",
        summary="Max pooling: the largest value of every window of the maps.",
        parameters=(
            Parameter("x", "(N, C, H, W) array of maps, floats or integers"),
            Parameter("kernel_size", "an int, or a pair (HH, WW)"),
            Parameter("stride", "an int, or a pair (height, width); None: the kernel_size", "None"),
            Parameter("pad", "an int, or a pair (height, width), on each side", "0"),
        ),
        returns="(N, C, H', W') array of floats, also where x holds integers",
        conventions=(
            "H' = (H + 2*pad - HH) // stride + 1, and W' likewise.",
            "The padding counts as minus infinity: it is never the largest value.",
            "pad is at most half of the kernel_size, so every window holds a real value.",
            "Rows and columns that the stride leaves over are not read.",
            "N may be 0; x comes back unchanged.",
        ),
        example=(
            (
                "max_pool2d(np.array([[[[1.0, 2.0, 3.0, 0.0], [4.0, 0.0, -1.0, 5.0]]]]), 2)",
                "array([[[[4., 5.]]]])",
            ),
        ),
    ),
    max_pool2d,
    (
        Family(Category.BASIC, "2x2 windows", draw.halves),
        Family(Category.BASIC, "channels", draw.channels),
        Family(Category.BASIC, "windows that overlap", draw.overlapping),
        Family(Category.BASIC, "padding of positive maps", draw.padded),
        Family(Category.SHAPE, "a batch", draw.batch),
        Family(Category.SHAPE, "maps that are not square", draw.not_square, 3),
        Family(Category.SHAPE, "kernels that are not square", draw.kernel_not_square),
        Family(Category.SHAPE, "pairs for stride and padding", draw.pairs, 4),
        Family(Category.DTYPE, "float32", lambda rng, size: single(draw.channels(rng, size))),
        Family(Category.DTYPE, "integers", draw.pixels),
        Family(Category.EDGE, "a stride that leaves some over", draw.leftover, 3),
        Family(Category.EDGE, "a stride wider than the kernel", draw.wide_stride),
        Family(Category.EDGE, "a kernel as large as the map", draw.whole_map),
        Family(Category.EDGE, "padding of negative maps", draw.negative),
        Family(Category.EDGE, "no maps", draw.no_maps, 1),
        Family(Category.ALIASING, "the input stays as it was", draw.negative),
        Family(Category.LARGE, "larger maps", draw.big, 1),
    ),
    (
        Suspect("padded zeros win against negative values; pad with -inf", _zero_padding),
        Suspect("without a stride it is 1 here; it must be the kernel's size", _stride_one),
        Suspect("the stride is ignored", _stride_ignored),
        Suspect("the output's size is rounded up; it must be rounded down", _rounded_up),
        Suspect("the mean of the window instead of its maximum", _mean),
        Suspect("height and width of a pair are swapped", _swapped),
    ),
)
