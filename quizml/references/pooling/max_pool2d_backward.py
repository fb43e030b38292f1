"""The backward pass of max pooling: a window's gradient goes to where its maximum was."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from quizml.model.exercises import Category, Exercise, Parameter
from quizml.references.convolution._layers import pair, single
from quizml.references.hidden import Arguments, Family, Hidden, Suspect
from quizml.references.pooling import _maps as draw
from quizml.references.pooling._maps import windows

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.random import Generator
    from numpy.typing import ArrayLike, NDArray

    from quizml.references.convolution._layers import Pair

    Floats = NDArray[np.float64]


def max_pool2d_backward(
    dout: ArrayLike, x: ArrayLike, kernel_size: Pair, stride: Pair | None = None, pad: Pair = 0
) -> Floats:
    r"""Gradient (N, C, H, W) of max pooling with respect to x, from dout (N, C, H', W').

    $dx_q = \sum_w dout_w [q = \mathrm{argmax}_{p \in w} x_p]$: each window w gives all of its
    gradient to its largest value; where windows overlap, gradients add up. Of equal values the
    first of the window counts, row by row. The padding is minus infinity and gets nothing.
    Arguments otherwise as in max_pool2d.
    Source: PyTorch documentation, torch.nn.MaxPool2d; Girshick 2015, arXiv:1504.08083, section 2.3.

    >>> x, dout = np.array([[[[1.0, 3.0, 3.0]]]]), np.array([[[[5.0, 7.0]]]])
    >>> max_pool2d_backward(dout, x, (1, 2), 1).tolist()
    [[[[0.0, 12.0, 0.0]]]]
    """
    x, dout = np.asarray(x, dtype=np.float64), np.asarray(dout, dtype=np.float64)
    size, (high, wide), (height, width) = pair(kernel_size), pair(pad), x.shape[2:]
    down, right = size if stride is None else pair(stride)
    number, channels, rows, columns = dout.shape
    seen = windows(x, kernel_size, stride, pad, -np.inf)
    best = seen.reshape(*dout.shape, size[0] * size[1]).argmax(axis=-1)  # the first of equals
    i = down * np.arange(rows)[:, None] + best // size[1]
    j = right * np.arange(columns) + best % size[1]
    padded = np.zeros((number, channels, height + 2 * high, width + 2 * wide))
    n, c = np.arange(number)[:, None, None, None], np.arange(channels)[:, None, None]
    np.add.at(padded, (n, c, i, j), dout)
    return padded[:, :, high : high + height, wide : wide + width]


def _with_gradient(make: Callable[[Generator, int], Arguments]) -> Callable[..., Arguments]:
    """What `make` tells of the pooling, and a gradient of the output's shape."""

    def drawn(rng: Generator, size: int) -> Arguments:
        told = make(rng, size)
        x, how = told["x"], {name: value for name, value in told.items() if name != "x"}
        step = how.get("stride")
        shape = windows(x, how["kernel_size"], step, how.get("pad", 0), 0).shape[:4]
        return {"dout": rng.normal(size=shape), "x": x, **how}

    return drawn


def _after_relu(rng: Generator, size: int) -> Arguments:
    """Half of the values are 0, whole windows among them."""
    x = np.maximum(rng.integers(-3, 3, (1, 2, 2 * size, 2 * size)), 0).astype(np.float64)
    x[0, 0, :2, :2] = 0
    return {"x": x, "kernel_size": 2}


def _constant(rng: Generator, size: int) -> Arguments:
    x = np.full((1, 2, 2 * size + 1, 2 * size + 1), float(rng.integers(-3, 4)))
    return {"x": x, "kernel_size": 3, "stride": 2, "pad": 1}


def _dense(rng: Generator, size: int) -> Arguments:
    return draw.halves(rng, size) | {"kernel_size": 2, "stride": 1}


def _among_all(share: bool) -> Callable[..., Floats]:
    """Every one of equal maxima gets the gradient, all of it or a share."""

    def answer(
        dout: Any, x: Any, kernel_size: Pair, stride: Pair | None = None, pad: Pair = 0
    ) -> Floats:
        size, (high, wide) = pair(kernel_size), pair(pad)
        down, right = size if stride is None else pair(stride)
        seen = windows(x.astype(np.float64), kernel_size, stride, pad, -np.inf)
        hit = (seen == seen.max(axis=(4, 5), keepdims=True)).astype(np.float64)
        parts = hit * dout[..., None, None] / (hit.sum((4, 5), keepdims=True) if share else 1)
        total = np.zeros((*x.shape[:2], x.shape[2] + 2 * high, x.shape[3] + 2 * wide))
        for i, j in np.ndindex(*dout.shape[2:]):
            rows, columns = slice(i * down, i * down + size[0]), slice(j * right, None)
            total[:, :, rows, columns][..., : size[1]] += parts[:, :, i, j]
        return total[:, :, high : high + x.shape[2], wide : wide + x.shape[3]]

    return answer


def _last_of_equals(dout: Any, x: Any, *rest: Any, **how: Any) -> Floats:
    """The same from the other end; right only where no rows are left over."""
    turned_round = max_pool2d_backward(dout[..., ::-1, ::-1], x[..., ::-1, ::-1], *rest, **how)
    return turned_round[..., ::-1, ::-1]


def _overwritten(
    dout: Any, x: Any, kernel_size: Pair, stride: Pair | None = None, pad: Pair = 0
) -> Floats:
    size, (high, wide) = pair(kernel_size), pair(pad)
    down, right = size if stride is None else pair(stride)
    seen = windows(x.astype(np.float64), kernel_size, stride, pad, -np.inf)
    total = np.zeros((*x.shape[:2], x.shape[2] + 2 * high, x.shape[3] + 2 * wide))
    for n, c, i, j in np.ndindex(*dout.shape):
        u, v = divmod(int(seen[n, c, i, j].argmax()), size[1])
        total[n, c, i * down + u, j * right + v] = dout[n, c, i, j]
    return total[:, :, high : high + x.shape[2], wide : wide + x.shape[3]]


HIDDEN = Hidden(
    Exercise(
        name="max_pool2d_backward",
        summary="The gradient of max pooling with respect to its input.",
        parameters=(
            Parameter("dout", "(N, C, H', W') array, the loss's gradient at the output"),
            Parameter("x", "(N, C, H, W) array of maps, the input of the forward pass"),
            Parameter("kernel_size", "an int, or a pair (HH, WW)"),
            Parameter("stride", "an int, or a pair (height, width); None: the kernel_size", "None"),
            Parameter("pad", "an int, or a pair (height, width), on each side", "0"),
        ),
        returns="(N, C, H, W) array of floats, the loss's gradient at x",
        conventions=(
            "H' = (H + 2*pad - HH) // stride + 1, and W' likewise.",
            "The whole gradient of a window goes to its largest value, the others get 0.",
            "Of equal values the first counts, row by row.",
            "Where windows overlap, their gradients add up.",
            "The padding counts as minus infinity; pad is at most half of the kernel_size.",
            "N may be 0; dout and x come back unchanged.",
        ),
        example=(
            (
                "max_pool2d_backward(np.array([[[[5.0]]]]), np.array([[[[1, 3], [2, 0]]]]), 2)",
                "array([[[[0., 5.],\n         [0., 0.]]]])",
            ),
        ),
    ),
    max_pool2d_backward,
    (
        Family(Category.BASIC, "2x2 windows", _with_gradient(draw.halves)),
        Family(Category.BASIC, "channels", _with_gradient(draw.channels)),
        Family(Category.BASIC, "windows that overlap", _with_gradient(_dense)),
        Family(Category.BASIC, "padding of positive maps", _with_gradient(draw.padded)),
        Family(Category.SHAPE, "a batch", _with_gradient(draw.batch)),
        Family(Category.SHAPE, "maps that are not square", _with_gradient(draw.not_square), 3),
        Family(Category.SHAPE, "kernels not square", _with_gradient(draw.kernel_not_square)),
        Family(Category.SHAPE, "pairs for stride and padding", _with_gradient(draw.pairs), 4),
        Family(
            Category.DTYPE,
            "float32",
            lambda rng, size: single(_with_gradient(draw.channels)(rng, size)),
        ),
        Family(Category.EDGE, "a stride that leaves some over", _with_gradient(draw.leftover), 3),
        Family(Category.EDGE, "a stride wider than the kernel", _with_gradient(draw.wide_stride)),
        Family(Category.EDGE, "a kernel as large as the map", _with_gradient(draw.whole_map)),
        Family(Category.EDGE, "padding of negative maps", _with_gradient(draw.negative)),
        Family(Category.EDGE, "no maps", _with_gradient(draw.no_maps), 1),
        Family(Category.ALIASING, "the inputs stay as they were", _with_gradient(_dense)),
        Family(Category.TIES, "maps after a ReLU", _with_gradient(_after_relu), 3),
        Family(Category.TIES, "equal values", _with_gradient(_constant)),
        Family(Category.LARGE, "larger maps", _with_gradient(draw.big), 1),
    ),
    (
        Suspect("every one of equal maxima gets the whole gradient", _among_all(False)),
        Suspect("equal maxima share the gradient; the first must get it", _among_all(True)),
        Suspect("of equal maxima the last gets the gradient", _last_of_equals),
        Suspect("gradients of overlapping windows overwrite each other", _overwritten),
    ),
)
