"""Backward pass of a convolution layer: gradients of its input, filters and biases."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from quizml.model.exercises import Category, Closeness, Exercise, Parameter, Part
from quizml.references.convolution._layers import image, layer, pair, shuffled, single, turned
from quizml.references.convolution.col2im import col2im
from quizml.references.convolution.im2col import im2col
from quizml.references.hidden import Arguments, Family, Hidden, Suspect

if TYPE_CHECKING:
    from numpy.random import Generator
    from numpy.typing import ArrayLike, NDArray

    from quizml.references.convolution._layers import Pair

    Floats = NDArray[np.float64]
    Gradients = tuple[Floats, Floats, Floats]


def conv2d_backward(
    dout: ArrayLike, x: ArrayLike, w: ArrayLike, stride: Pair = 1, pad: Pair = 0
) -> Gradients:
    r"""Gradients (dx, dw, db) of a loss, shaped like x, w and the biases, from its gradient `dout`.

    dout (N, F, H', W') is the gradient at the output of conv2d, x (N, C, H, W), w (F, C, HH, WW).
    As a product the layer is Y = X W + b, X the windows as rows (im2col) and W the filters as
    columns; with G = dout as rows, $dW = X^T G$, $db = \sum_i G_i$ and $dX = G W^T$, which col2im
    adds back to the input. Pixels that no window reads get 0. No maps: dw and db are 0.
    Source: Dumoulin and Visin 2016, arXiv:1603.07285, section 4.1.

    >>> dx, dw, db = conv2d_backward([[[[1.0, 10.0]]]], [[[[2.0, 3.0, 4.0]]]], [[[[5.0, 6.0]]]])
    >>> dx.tolist(), dw.tolist(), db.tolist()
    ([[[[5.0, 56.0, 60.0]]]], [[[[32.0, 43.0]]]], [11.0])
    """
    dout, x, w = (np.asarray(a, dtype=np.float64) for a in (dout, x, w))
    filters, channels, high, wide = w.shape
    upstream = dout.transpose(0, 2, 3, 1).reshape(-1, filters)  # a row per window
    windows = im2col(x, (high, wide), stride, pad)
    dw = (upstream.T @ windows).reshape(w.shape)
    rows = upstream @ w.reshape(filters, channels * high * wide)
    dx = col2im(rows, x.shape, (high, wide), stride, pad)
    return dx, dw, upstream.sum(axis=0)


def _upstream(rng: Generator, arguments: Arguments) -> Arguments:
    """The layer without its biases, and a gradient at its output."""
    x, w = arguments["x"], arguments["w"]
    steps, zeros = pair(arguments.get("stride", 1)), pair(arguments.get("pad", 0))
    sizes = [
        (x.shape[axis + 2] + 2 * zeros[axis] - w.shape[axis + 2]) // steps[axis] + 1
        for axis in (0, 1)
    ]
    rest = {name: value for name, value in arguments.items() if name != "b"}
    return {"dout": rng.normal(size=(len(x), len(w), *sizes)), **rest}


def _plain(rng: Generator, size: int) -> Arguments:
    return _upstream(rng, layer(rng, (1, 1, size + 3, size + 3), (1, 3, 3)))


def _channels(rng: Generator, size: int) -> Arguments:
    return _upstream(rng, layer(rng, (1, 2, size + 3, size + 3), (3, 3, 3)))


def _padded(rng: Generator, size: int) -> Arguments:
    pad = int(rng.integers(1, 3))
    return _upstream(rng, layer(rng, (1, 1, size + 1, size + 1), (2, 3, 3), pad=pad))


def _strided(rng: Generator, size: int) -> Arguments:
    side = 2 * size + 3
    return _upstream(rng, layer(rng, (1, 2, side, side), (2, 3, 3), stride=2, pad=1))


def _batch(rng: Generator, size: int) -> Arguments:
    return _upstream(rng, layer(rng, (size + 1, 2, 5, 5), (3, 3, 3), pad=1))


def _not_square(rng: Generator, size: int) -> Arguments:
    high, wide = shuffled(rng, size + 3, size + 6)
    return _upstream(rng, layer(rng, (2, 2, high, wide), (3, 3, 3)))


def _kernel_not_square(rng: Generator, size: int) -> Arguments:
    high, wide = shuffled(rng, 1, 3)
    return _upstream(rng, layer(rng, (1, 2, size + 3, size + 3), (2, high, wide), pad=1))


def _pairs(rng: Generator, size: int) -> Arguments:
    side = 2 * size + 3  # both strides divide it evenly
    stride, pad = shuffled(rng, 1, 2), shuffled(rng, 0, 2)
    return _upstream(rng, layer(rng, (1, 1, side, side), (2, 3, 3), stride=stride, pad=pad))


def _leftover(rng: Generator, size: int) -> Arguments:
    stride = int(rng.integers(2, 4))
    side = stride * size + 4
    return _upstream(rng, layer(rng, (1, 1, side, side), (1, 3, 3), stride=stride))


def _wide_stride(rng: Generator, size: int) -> Arguments:
    return _upstream(rng, layer(rng, (1, 2, 3 * size + 2, 3 * size + 2), (2, 2, 2), stride=3))


def _whole_map(rng: Generator, size: int) -> Arguments:
    return _upstream(rng, layer(rng, (2, 2, size, size + 1), (2, size, size + 1)))


def _one_by_one(rng: Generator, size: int) -> Arguments:
    return _upstream(rng, layer(rng, (2, 3, size, size), (2, 1, 1)))


def _no_maps(rng: Generator, size: int) -> Arguments:
    return _upstream(rng, layer(rng, (0, 2, size + 2, size + 2), (2, 3, 3)))


def _big(rng: Generator, size: int) -> Arguments:
    return _upstream(rng, layer(rng, (2, 3, 5 * size + 1, 6 * size), (size, 3, 3), pad=1))


def _kernel_not_turned(dout: Any, x: Any, w: Any, **how: Pair) -> Gradients:
    return conv2d_backward(dout, x, w[:, :, ::-1, ::-1], **how)


def _filters_turned(dout: Any, x: Any, w: Any, **how: Pair) -> Gradients:
    dx, dw, db = conv2d_backward(dout, x, w, **how)
    return dx, dw[:, :, ::-1, ::-1], db


def _mean_of_batch(dout: Any, x: Any, w: Any, **how: Pair) -> Gradients:
    dx, dw, db = conv2d_backward(dout, x, w, **how)
    return dx, dw / max(len(x), 1), db / max(len(x), 1)


def _mean_bias(dout: Any, x: Any, w: Any, **how: Pair) -> Gradients:
    dx, dw, db = conv2d_backward(dout, x, w, **how)
    return dx, dw, db * len(db) / dout.size


def _no_overlap(dout: Any, x: Any, w: Any, **how: Pair) -> Gradients:
    """Every window overwrites what the one before gave a pixel."""
    _, dw, db = conv2d_backward(dout, x, w, **how)
    (down, right), (high, wide) = pair(how.get("stride", 1)), pair(how.get("pad", 0))
    padded = np.zeros((*x.shape[:2], x.shape[2] + 2 * high, x.shape[3] + 2 * wide))
    for i, j in np.ndindex(*dout.shape[2:]):
        spot = padded[:, :, i * down :, j * right :][:, :, : w.shape[2], : w.shape[3]]
        spot[:] = np.tensordot(dout[:, :, i, j], w, axes=1)
    return padded[:, :, high : high + x.shape[2], wide : wide + x.shape[3]], dw, db


def _swapped(dout: Any, x: Any, w: Any, stride: Pair = 1, pad: Pair = 0) -> Gradients:
    return conv2d_backward(dout, x, w, turned(stride), turned(pad))


HIDDEN = Hidden(
    Exercise(
        name="conv2d_backward",
        summary="Backward pass of a two-dimensional convolution layer.",
        parameters=(
            Parameter("dout", "(N, F, H', W') array: gradient of the loss at the layer's output"),
            Parameter("x", "(N, C, H, W) array of maps; floats, or integers for images"),
            Parameter("w", "(F, C, HH, WW) array of filters"),
            Parameter("stride", "an int, or a pair (height, width)", "1"),
            Parameter("pad", "an int, or a pair (height, width): zeros on each side", "0"),
        ),
        returns="(dx, dw, db): float arrays shaped like x, like w, and (F,)",
        parts=(Part("dx"), Part("dw"), Part("db")),
        conventions=(
            "The forward pass is cross-correlation (the kernel is not flipped) plus a bias (F,).",
            "H' = (H + 2*pad - HH) // stride + 1, and W' likewise.",
            "Gradients sum over the batch; a mean is in dout already.",
            "Pixels that no window reads get the gradient 0.",
            "N may be 0: dx is empty, dw and db are 0. dout, x and w come back unchanged.",
        ),
        example=(
            (
                (
                    "conv2d_backward(np.array([[[[1., 2.]]]]), np.array([[[[3., 4.]]]]),"
                    " np.array([[[[5.]]]]))"
                ),
                "(array([[[[ 5., 10.]]]]), array([[[[11.]]]]), array([3.]))",
            ),
        ),
        closeness=Closeness(rtol=1e-7, atol=1e-8),
    ),
    conv2d_backward,
    (
        Family(Category.BASIC, "one channel, one filter", _plain),
        Family(Category.BASIC, "channels and filters", _channels),
        Family(Category.BASIC, "padding", _padded),
        Family(Category.BASIC, "stride 2", _strided),
        Family(Category.SHAPE, "a batch", _batch),
        Family(Category.SHAPE, "maps that are not square", _not_square, 3),
        Family(Category.SHAPE, "kernels that are not square", _kernel_not_square),
        Family(Category.SHAPE, "pairs for stride and padding", _pairs, 4),
        Family(Category.DTYPE, "float32", lambda rng, size: single(_channels(rng, size))),
        Family(Category.DTYPE, "an integer image", lambda rng, n: image(rng, _channels(rng, n))),
        Family(Category.EDGE, "pixels left over by the stride", _leftover, 3),
        Family(Category.EDGE, "a stride wider than the kernel", _wide_stride),
        Family(Category.EDGE, "a kernel as large as the map", _whole_map),
        Family(Category.EDGE, "a 1x1 kernel", _one_by_one, 1),
        Family(Category.EDGE, "no maps", _no_maps, 1),
        Family(Category.ALIASING, "the inputs stay as they were", _batch),
        Family(Category.LARGE, "larger maps", _big, 1),
    ),
    (
        Suspect("dx: the kernel is turned by 180 degrees once too often", _kernel_not_turned),
        Suspect("dw comes out turned by 180 degrees", _filters_turned),
        Suspect("dx: overlapping windows overwrite each other; they must be added", _no_overlap),
        Suspect("dw and db are averaged over the batch; they must be summed", _mean_of_batch),
        Suspect("db is a mean; the bias enters every output, so its gradients add up", _mean_bias),
        Suspect("height and width of a pair are swapped", _swapped),
    ),
)
