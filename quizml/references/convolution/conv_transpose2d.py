"""Transposed convolution: every input value stamps a scaled kernel on a larger output."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from quizml.model.exercises import Category, Closeness, Exercise, Parameter
from quizml.references.convolution._layers import image, pair, shuffled, single, turned
from quizml.references.hidden import Arguments, Family, Hidden, Suspect

if TYPE_CHECKING:
    from numpy.random import Generator
    from numpy.typing import ArrayLike, NDArray

    from quizml.references.convolution._layers import Pair

    Floats = NDArray[np.float64]


def conv_transpose2d(
    x: ArrayLike,
    w: ArrayLike,
    b: ArrayLike,
    stride: Pair = 1,
    pad: Pair = 0,
    output_padding: Pair = 0,
) -> Floats:
    """Maps (N, F, H', W') from maps x (N, C, H, W), kernels w (C, F, HH, WW) and bias b (F,).

    Value (i, j) of x adds its multiple of the kernel to the output from row i * stride - pad and
    column j * stride - pad on; what falls outside is lost. So H' = (H - 1) * stride - 2 * pad + HH
    + output_padding, and W' likewise: `pad` cuts rows and columns off, `output_padding` gives some
    back below and to the right. Those hold what stamps reach them, else the bias alone. It is the
    gradient of conv2d (filters w, same stride and padding) for its input, plus a bias.
    Source: Dumoulin and Visin 2016, arXiv:1603.07285, chapter 4; PyTorch's conv_transpose2d.

    >>> x, w = np.array([[[[1.0, 10.0]]]]), np.array([[[[1.0, 2.0, 3.0]]]])
    >>> conv_transpose2d(x, w, np.zeros(1), stride=(1, 2))[0, 0].tolist()
    [[1.0, 2.0, 13.0, 20.0, 30.0]]
    """
    x, w, b = (np.asarray(a, dtype=np.float64) for a in (x, w, b))
    (number, _, rows, columns), (_, filters, tall, broad) = x.shape, w.shape
    (down, right), (high, wide), more = pair(stride), pair(pad), pair(output_padding)
    bottom, end = (rows - 1) * down + tall + more[0], (columns - 1) * right + broad + more[1]
    whole = np.zeros((number, filters, bottom, end))
    for u in range(tall):  # the stamps of one tap never meet
        for v in range(broad):
            places = whole[:, :, u : u + down * rows : down, v : v + right * columns : right]
            places += np.einsum("ncij,cf->nfij", x, w[:, :, u, v])
    return whole[:, :, high : bottom - high, wide : end - wide] + b[:, None, None]


def _stamps(
    rng: Generator, maps: tuple[int, int, int, int], kernel: tuple[int, int, int], **how: Any
) -> Arguments:
    """Random maps (N, C, H, W) and kernels (F, HH, WW)."""
    return {
        "x": rng.normal(size=maps),
        "w": rng.normal(size=(maps[1], *kernel)),
        "b": rng.normal(size=kernel[0]),
        **how,
    }


def _plain(rng: Generator, size: int) -> Arguments:
    return _stamps(rng, (1, 1, size, size), (1, 3, 3))


def _strided(rng: Generator, size: int) -> Arguments:
    return _stamps(rng, (1, 1, size + 1, size + 1), (1, 3, 3), stride=2)


def _channels(rng: Generator, size: int) -> Arguments:
    return _stamps(rng, (1, 2, size + 1, size + 1), (3, 2, 2))


def _cut(rng: Generator, size: int) -> Arguments:
    return _stamps(rng, (1, 1, size + 1, size + 1), (2, 3, 3), stride=2, pad=1)


def _doubling(rng: Generator, size: int) -> Arguments:
    return _stamps(rng, (1, 2, size, size), (2, 4, 4), stride=2, pad=1)


def _batch(rng: Generator, size: int) -> Arguments:
    return _stamps(rng, (size + 1, 2, 3, 3), (2, 3, 3), stride=2)


def _not_square(rng: Generator, size: int) -> Arguments:
    high, wide = shuffled(rng, size, size + 3)
    return _stamps(rng, (2, 2, high, wide), (3, 3, 3), stride=int(rng.integers(1, 3)))


def _kernel_not_square(rng: Generator, size: int) -> Arguments:
    high, wide = shuffled(rng, 1, 3)
    return _stamps(rng, (1, 2, size + 1, size + 1), (2, high, wide))


def _pairs(rng: Generator, size: int) -> Arguments:
    stride, pad = shuffled(rng, 1, 2), shuffled(rng, 0, 1)
    return _stamps(rng, (1, 1, size + 1, size + 1), (2, 3, 3), stride=stride, pad=pad)


def _more_rows(rng: Generator, size: int) -> Arguments:
    """Rows and columns that the padding had cut off come back with what they hold."""
    stride = int(rng.integers(2, 4))
    maps = (1, 2, size + 1, size + 1)
    return _stamps(rng, maps, (2, 4, 4), stride=stride, pad=1, output_padding=1)


def _more_than_stamped(rng: Generator, size: int) -> Arguments:
    """One row and one column more than the stamps reach; of a pair, in one direction only."""
    more = shuffled(rng, 0, 1)
    return _stamps(rng, (1, 1, size, size), (2, 2, 2), stride=2, output_padding=more)


def _gaps(rng: Generator, size: int) -> Arguments:
    return _stamps(rng, (1, 2, size + 1, size + 1), (2, 2, 2), stride=3)


def _one_pixel(rng: Generator, size: int) -> Arguments:
    return _stamps(rng, (1, 2, 1, 1), (2, size, size + 1), stride=2)


def _no_maps(rng: Generator, size: int) -> Arguments:
    return _stamps(rng, (0, 2, size, size), (2, 3, 3), stride=2)


def _big(rng: Generator, size: int) -> Arguments:
    return _stamps(rng, (2, size, 4 * size + 1, 5 * size), (3, 3, 3), stride=2, pad=1)


def _turned_kernel(x: Any, w: NDArray[Any], b: Any, **how: Pair) -> Floats:
    return conv_transpose2d(x, w[:, :, ::-1, ::-1], b, **how)


def _filters_first(x: Any, w: NDArray[Any], b: Any, **how: Pair) -> Floats:
    return conv_transpose2d(x, w.swapaxes(0, 1), b, **how)


def _without_bias(x: Any, w: Any, b: NDArray[Any], **how: Pair) -> Floats:
    return conv_transpose2d(x, w, np.zeros(b.shape), **how)


def _nothing_cut(x: Any, w: Any, b: Any, **how: Pair) -> Floats:
    return conv_transpose2d(x, w, b, **{name: n for name, n in how.items() if name != "pad"})


def _zeros_appended(x: Any, w: Any, b: Any, output_padding: Pair = 0, **how: Pair) -> Floats:
    short = conv_transpose2d(x, w, np.zeros(np.shape(b)), **how)
    below, beside = pair(output_padding)
    whole = np.pad(short, ((0, 0), (0, 0), (0, below), (0, beside)))
    return np.asarray(whole + np.reshape(b, (-1, 1, 1)))


def _copies_between(x: Any, w: Any, b: Any, stride: Pair = 1, **how: Pair) -> Floats:
    """Nearest neighbours instead of zeros between the values."""
    down, right = pair(stride)
    large = x.repeat(down, axis=2).repeat(right, axis=3)
    large = large[:, :, : large.shape[2] - down + 1, : large.shape[3] - right + 1]
    return conv_transpose2d(large, w, b, **how)


def _swapped(x: Any, w: Any, b: Any, **how: Pair) -> Floats:
    return conv_transpose2d(x, w, b, **{name: turned(value) for name, value in how.items()})


HIDDEN = Hidden(
    Exercise(
        name="conv_transpose2d",
        summary="Forward pass of a transposed convolution layer, for learned upsampling.",
        parameters=(
            Parameter("x", "(N, C, H, W) array of maps; floats or integers"),
            Parameter("w", "(C, F, HH, WW) array of kernels: the input's channels come first"),
            Parameter("b", "(F,) array of biases"),
            Parameter("stride", "an int, or a pair (height, width)", "1"),
            Parameter("pad", "an int or a pair: rows and columns cut off on each side", "0"),
            Parameter("output_padding", "an int or a pair, below stride: so many more", "0"),
        ),
        returns="(N, F, H', W') floats, H' = (H - 1)*stride - 2*pad + HH + output_padding",
        conventions=(
            "x[n, c, i, j] * w[c, f] is added to y[n, f] from [i*stride - pad, j*stride - pad] on.",
            "The kernel is not turned for that; what falls outside the output is lost.",
            "The rows and columns of output_padding lie below and to the right.",
            "They hold what the kernels put there, or the bias alone.",
            "N may be 0; x, w and b come back unchanged.",
        ),
        example=(
            (
                "conv_transpose2d(np.ones((1, 1, 1, 2)), np.ones((1, 1, 2, 3)), np.zeros(1), 2)",
                "array([[[[1., 1., 2., 1., 1.],\n         [1., 1., 2., 1., 1.]]]])",
            ),
        ),
        closeness=Closeness(rtol=1e-7, atol=1e-8),
    ),
    conv_transpose2d,
    (
        Family(Category.BASIC, "one channel, stride 1", _plain),
        Family(Category.BASIC, "stride 2", _strided),
        Family(Category.BASIC, "channels and filters", _channels),
        Family(Category.BASIC, "padding cuts off", _cut),
        Family(Category.BASIC, "twice the size", _doubling, 1),
        Family(Category.SHAPE, "a batch", _batch),
        Family(Category.SHAPE, "maps that are not square", _not_square, 3),
        Family(Category.SHAPE, "kernels that are not square", _kernel_not_square),
        Family(Category.SHAPE, "pairs for stride and padding", _pairs, 4),
        Family(Category.DTYPE, "float32", lambda rng, size: single(_channels(rng, size))),
        Family(Category.DTYPE, "integer maps", lambda rng, size: image(rng, _strided(rng, size))),
        Family(Category.EDGE, "output padding within the padding", _more_rows),
        Family(Category.EDGE, "output padding beyond the kernels", _more_than_stamped, 3),
        Family(Category.EDGE, "a stride wider than the kernel", _gaps),
        Family(Category.EDGE, "maps of one pixel", _one_pixel, 1),
        Family(Category.EDGE, "no maps", _no_maps, 1),
        Family(Category.ALIASING, "the inputs stay as they were", _batch),
        Family(Category.LARGE, "larger maps", _big, 1),
    ),
    (
        Suspect("the kernel is turned by 180 degrees", _turned_kernel),
        Suspect("w is read with the output's channels first", _filters_first),
        Suspect("the bias is not added", _without_bias),
        Suspect("the padding is not cut off", _nothing_cut),
        Suspect("the rows of output_padding are zeros instead of what was cut", _zeros_appended),
        Suspect("copies instead of zeros stand between the spread-out values", _copies_between),
        Suspect("height and width of a pair are swapped", _swapped),
    ),
)
