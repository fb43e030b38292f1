"""Two-dimensional convolution, as networks compute it: the kernel is not flipped."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from quizml.model.exercises import Category, Closeness, Exercise, Parameter
from quizml.references.hidden import Arguments, Family, Hidden, Suspect

if TYPE_CHECKING:
    from numpy.random import Generator
    from numpy.typing import ArrayLike, NDArray

    Floats = NDArray[np.float64]
    Pair = int | tuple[int, int]


def conv2d(x: ArrayLike, w: ArrayLike, b: ArrayLike, stride: Pair = 1, pad: Pair = 0) -> Floats:
    r"""Cross-correlation of maps (N, C, H, W) with filters (F, C, HH, WW), plus bias (F,).

    $y_{n,f,i,j} = b_f + \sum_{c,u,v} x_{n,c,\,i s + u - p,\,j s + v - p} w_{f,c,u,v}$, zero outside
    the map: (N, F, H', W') with H' = (H + 2 pad - HH) // stride + 1 and W' likewise. `stride` and
    `pad` are an int or a pair (height, width). Rows and columns left over are not read.
    Source: Dumoulin and Visin 2016, arXiv:1603.07285, relationship 6.

    >>> x = np.arange(9.0).reshape(1, 1, 3, 3)
    >>> conv2d(x, np.ones((1, 1, 2, 2)), np.array([100.0]), stride=2, pad=1)[0, 0].tolist()
    [[100.0, 103.0], [109.0, 124.0]]
    """
    x, w, b = (np.asarray(a, dtype=np.float64) for a in (x, w, b))
    down, right = (stride, stride) if isinstance(stride, int) else stride
    high, wide = (pad, pad) if isinstance(pad, int) else pad
    padded = np.pad(x, ((0, 0), (0, 0), (high, high), (wide, wide)))
    windows = np.lib.stride_tricks.sliding_window_view(padded, w.shape[2:], axis=(2, 3))
    windows = windows[:, :, ::down, ::right]
    return np.asarray(np.einsum("ncijuv,fcuv->nfij", windows, w) + b[:, None, None])


def _layer(
    rng: Generator,
    maps: tuple[int, int, int, int],
    kernel: tuple[int, int, int],
    **how: Any,
) -> Arguments:
    """Random maps (N, C, H, W) and filters (F, HH, WW)."""
    filters, high, wide = kernel
    return {
        "x": rng.normal(size=maps),
        "w": rng.normal(size=(filters, maps[1], high, wide)),
        "b": rng.normal(size=filters),
        **how,
    }


def _plain(rng: Generator, size: int) -> Arguments:
    return _layer(rng, (1, 1, size + 2, size + 2), (1, 3, 3))


def _channels(rng: Generator, size: int) -> Arguments:
    return _layer(rng, (1, 2, size + 2, size + 2), (3, 3, 3))


def _padded(rng: Generator, size: int) -> Arguments:
    return _layer(rng, (1, 1, size + 1, size + 1), (2, 3, 3), pad=int(rng.integers(1, 3)))


def _strided(rng: Generator, size: int) -> Arguments:
    return _layer(rng, (1, 2, 2 * size + 1, 2 * size + 1), (2, 3, 3), stride=2, pad=1)


def _batch(rng: Generator, size: int) -> Arguments:
    return _layer(rng, (size, 2, 5, 5), (3, 3, 3), pad=1)


def _not_square(rng: Generator, size: int) -> Arguments:
    high, wide = rng.permutation([size + 2, size + 5])
    return _layer(rng, (2, 2, high, wide), (3, 3, 3))


def _kernel_not_square(rng: Generator, size: int) -> Arguments:
    high, wide = rng.permutation([1, 3])
    return _layer(rng, (1, 2, size + 3, size + 3), (2, high, wide), pad=1)


def _pairs(rng: Generator, size: int) -> Arguments:
    stride = tuple(int(n) for n in rng.permutation([1, 2]))
    pad = tuple(int(n) for n in rng.permutation([0, 2]))
    side = 2 * size + 3  # both strides divide it evenly
    return _layer(rng, (1, 1, side, side), (2, 3, 3), stride=stride, pad=pad)


def _single_precision(rng: Generator, size: int) -> Arguments:
    found = _layer(rng, (1, 2, size + 2, size + 2), (2, 3, 3), pad=1)
    return {n: v.astype(np.float32) if n in "xwb" else v for n, v in found.items()}


def _image(rng: Generator, size: int) -> Arguments:
    """Pixels 0-255 as integers with float weights: the output must not be integers."""
    found = _layer(rng, (1, 1, size + 2, size + 2), (2, 3, 3))
    return found | {"x": rng.integers(0, 256, found["x"].shape)}


def _leftover(rng: Generator, size: int) -> Arguments:
    """Sizes that the stride does not divide: the rest is not read."""
    stride = int(rng.integers(2, 4))
    return _layer(rng, (1, 1, stride * size + 4, stride * size + 4), (1, 3, 3), stride=stride)


def _wide_stride(rng: Generator, size: int) -> Arguments:
    return _layer(rng, (1, 2, 3 * size, 3 * size), (2, 2, 2), stride=3)


def _whole_map(rng: Generator, size: int) -> Arguments:
    return _layer(rng, (1, 2, size, size + 1), (2, size, size + 1))


def _one_by_one(rng: Generator, size: int) -> Arguments:
    return _layer(rng, (1, 3, size, size), (2, 1, 1))


def _even_kernel(rng: Generator, size: int) -> Arguments:
    return _layer(rng, (1, 1, size + 2, size + 2), (1, 2, 2), pad=1)


def _no_maps(rng: Generator, size: int) -> Arguments:
    return _layer(rng, (0, 2, size + 2, size + 2), (2, 3, 3))


def _small_numbers(rng: Generator, size: int) -> Arguments:
    found = _channels(rng, size)
    return found | {"x": found["x"] * 1e-6, "b": found["b"] * 1e-12, "w": found["w"] * 1e-6}


def _big(rng: Generator, size: int) -> Arguments:
    return _layer(rng, (2, 3, 5 * size + 1, 6 * size), (size, 3, 3), pad=1)


def _flipped(x: Any, w: NDArray[Any], b: Any, **how: Any) -> Floats:
    return conv2d(x, w[:, :, ::-1, ::-1], b, **how)


def _without_bias(x: Any, w: Any, b: NDArray[Any], **how: Any) -> Floats:
    return conv2d(x, w, np.zeros(b.shape), **how)


def _without_padding(x: Any, w: Any, b: Any, stride: Pair = 1, pad: Pair = 0) -> Floats:  # noqa: ARG001
    return conv2d(x, w, b, stride)


def _swapped(x: Any, w: Any, b: Any, stride: Pair = 1, pad: Pair = 0) -> Floats:
    turn = [pair if isinstance(pair, int) else pair[::-1] for pair in (stride, pad)]
    return conv2d(x, w, b, *turn)


def _two_sided(pad: Pair) -> tuple[int, int]:
    return (pad, pad) if isinstance(pad, int) else pad


def _late_by_padding(x: Any, w: Any, b: Any, stride: Pair = 1, pad: Pair = 0) -> Floats:
    """All of the padding below and to the right."""
    high, wide = _two_sided(pad)
    padded = np.pad(x, ((0, 0), (0, 0), (0, 2 * high), (0, 2 * wide)))
    return conv2d(padded, w, b, stride)


def _rounded(x: Any, w: Any, b: Any, **how: Any) -> Floats:
    return np.trunc(conv2d(x, w, b, **how))


HIDDEN = Hidden(
    Exercise(
        name="conv2d",
        summary="Forward pass of a two-dimensional convolution layer.",
        parameters=(
            Parameter("x", "(N, C, H, W) array of maps; floats, or integers for images"),
            Parameter("w", "(F, C, HH, WW) array of filters"),
            Parameter("b", "(F,) array of biases"),
            Parameter("stride", "an int, or a pair (height, width)", "1"),
            Parameter("pad", "an int, or a pair (height, width): zeros on each side", "0"),
        ),
        returns="(N, F, H', W') array of floats, H' = (H + 2*pad - HH) // stride + 1",
        conventions=(
            "Cross-correlation: the kernel is not flipped.",
            "Rows and columns that the stride leaves over are not read.",
            "N may be 0; x, w and b come back unchanged.",
        ),
        example=(
            (
                "conv2d(np.ones((1, 1, 3, 3)), np.ones((1, 1, 2, 2)), np.array([0.5]))",
                "array([[[[4.5, 4.5],\n         [4.5, 4.5]]]])",
            ),
        ),
        closeness=Closeness(rtol=1e-7, atol=1e-8),
    ),
    conv2d,
    (
        Family(Category.BASIC, "one channel, one filter", _plain),
        Family(Category.BASIC, "channels and filters", _channels),
        Family(Category.BASIC, "padding", _padded),
        Family(Category.BASIC, "stride 2", _strided),
        Family(Category.SHAPE, "a batch", _batch),
        Family(Category.SHAPE, "maps that are not square", _not_square, 4),
        Family(Category.SHAPE, "kernels that are not square", _kernel_not_square),
        Family(Category.SHAPE, "pairs for stride and padding", _pairs, 4),
        Family(Category.DTYPE, "float32", _single_precision),
        Family(Category.DTYPE, "an integer image", _image),
        Family(Category.EDGE, "a stride that leaves some over", _leftover, 4),
        Family(Category.EDGE, "a stride wider than the kernel", _wide_stride),
        Family(Category.EDGE, "a kernel as large as the map", _whole_map),
        Family(Category.EDGE, "a 1x1 kernel", _one_by_one, 1),
        Family(Category.EDGE, "an even kernel", _even_kernel),
        Family(Category.EDGE, "no maps", _no_maps, 1),
        Family(Category.STABILITY, "small numbers", _small_numbers),
        Family(Category.ALIASING, "the inputs stay as they were", _batch),
        Family(Category.LARGE, "larger maps", _big, 1),
    ),
    (
        Suspect("the kernel is flipped (true convolution)", _flipped),
        Suspect("the bias is not added", _without_bias),
        Suspect("the padding is not applied", _without_padding),
        Suspect("height and width of a pair are swapped", _swapped),
        Suspect("off by the padding: zeros are added on one side only", _late_by_padding),
        Suspect("integers: the fraction is cut off", _rounded),
    ),
)
