"""Depthwise separable convolution: space first, channel by channel; then the channels are mixed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from quizml.model.exercises import Category, Closeness, Exercise, Parameter
from quizml.references.convolution._layers import image, shuffled, single, turned
from quizml.references.convolution.group_conv2d import group_conv2d
from quizml.references.hidden import Arguments, Family, Hidden, Suspect

if TYPE_CHECKING:
    from numpy.random import Generator
    from numpy.typing import ArrayLike, NDArray

    from quizml.references.convolution._layers import Pair

    Floats = NDArray[np.float64]


def depthwise_separable_conv2d(
    x: ArrayLike, w_depthwise: ArrayLike, w_pointwise: ArrayLike, stride: Pair = 1, pad: Pair = 0
) -> Floats:
    """Maps (N, F, H', W') from maps x (N, C, H, W), in two steps without bias.

    Depthwise: kernel k of w_depthwise (M * C, 1, HH, WW) runs over channel k // M alone, with
    stride and padding; M, mostly 1, is the multiplier. Pointwise: w_pointwise (F, M * C, 1, 1)
    mixes the M * C maps at each position. H' = (H + 2 pad - HH) // stride + 1, W' likewise. For
    M = 1 that is 1/F + 1/(HH * WW) of the cost and weights of an ordinary convolution.
    Source: Howard et al. 2017, arXiv:1704.04861, section 3.1.

    >>> x = np.array([2.0, 3.0]).reshape(1, 2, 1, 1)
    >>> depthwise, pointwise = np.array([10.0, 100.0]), np.array([[1.0, 1.0], [1.0, -1.0]])
    >>> depthwise, pointwise = depthwise.reshape(2, 1, 1, 1), pointwise.reshape(2, 2, 1, 1)
    >>> depthwise_separable_conv2d(x, depthwise, pointwise).ravel().tolist()
    [320.0, -280.0]
    """
    x, w_depthwise = np.asarray(x, dtype=np.float64), np.asarray(w_depthwise, dtype=np.float64)
    no_bias = np.zeros(len(w_depthwise))
    filtered = group_conv2d(x, w_depthwise, no_bias, stride, pad, groups=x.shape[1])
    mixing = np.asarray(w_pointwise, dtype=np.float64)[:, :, 0, 0]
    return np.asarray(np.einsum("nmij,fm->nfij", filtered, mixing))


def _block(
    rng: Generator,
    maps: tuple[int, int, int, int],
    kernel: tuple[int, int, int],
    multiplier: int = 1,
    **how: Any,
) -> Arguments:
    """Random maps (N, C, H, W), filters (F, HH, WW)."""
    filters, high, wide = kernel
    between = multiplier * maps[1]
    return {
        "x": rng.normal(size=maps),
        "w_depthwise": rng.normal(size=(between, 1, high, wide)),
        "w_pointwise": rng.normal(size=(filters, between, 1, 1)),
        **how,
    }


def _plain(rng: Generator, size: int) -> Arguments:
    return _block(rng, (1, 2, size + 2, size + 2), (3, 3, 3))


def _as_many(rng: Generator, size: int) -> Arguments:
    return _block(rng, (1, 3, size + 1, size + 1), (3, 2, 2))


def _padded(rng: Generator, size: int) -> Arguments:
    return _block(rng, (1, 2, size + 1, size + 1), (3, 3, 3), pad=int(rng.integers(1, 3)))


def _strided(rng: Generator, size: int) -> Arguments:
    return _block(rng, (1, 2, 2 * size + 3, 2 * size + 3), (3, 3, 3), stride=2, pad=1)


def _batch(rng: Generator, size: int) -> Arguments:
    return _block(rng, (size + 1, 2, 4, 4), (3, 3, 3), pad=1)


def _not_square(rng: Generator, size: int) -> Arguments:
    high, wide = shuffled(rng, size + 2, size + 5)
    return _block(rng, (2, 3, high, wide), (2, 3, 3))


def _kernel_not_square(rng: Generator, size: int) -> Arguments:
    high, wide = shuffled(rng, 1, 3)
    return _block(rng, (1, 2, size + 3, size + 3), (3, high, wide), pad=1)


def _pairs(rng: Generator, size: int) -> Arguments:
    side = 2 * size + 3  # both strides divide it evenly
    stride, pad = shuffled(rng, 1, 2), shuffled(rng, 0, 2)
    return _block(rng, (1, 2, side, side), (2, 3, 3), stride=stride, pad=pad)


def _multiplied(rng: Generator, size: int) -> Arguments:
    multiplier = int(rng.integers(2, 4))
    return _block(rng, (1, 2, size + 2, size + 2), (3, 3, 3), multiplier)


def _one_channel(rng: Generator, size: int) -> Arguments:
    return _block(rng, (1, 1, size + 1, size + 1), (2, 2, 2))


def _one_output(rng: Generator, size: int) -> Arguments:
    return _block(rng, (1, size + 1, 3, 3), (1, 2, 2))


def _leftover(rng: Generator, size: int) -> Arguments:
    return _block(rng, (1, 2, 3 * size + 4, 3 * size + 4), (2, 3, 3), stride=3)


def _no_maps(rng: Generator, size: int) -> Arguments:
    return _block(rng, (0, 2, size + 2, size + 2), (3, 3, 3))


def _big(rng: Generator, size: int) -> Arguments:
    return _block(rng, (2, 2 * size, 4 * size + 1, 5 * size), (3 * size, 3, 3), pad=1)


def _first_step(x: Any, w_depthwise: Any, **how: Pair) -> Floats:
    return group_conv2d(x, w_depthwise, np.zeros(len(w_depthwise)), groups=x.shape[1], **how)


def _rectified(x: Any, w_depthwise: Any, w_pointwise: Any, **how: Pair) -> Floats:
    maps = np.maximum(_first_step(x, w_depthwise, **how), 0.0)
    return np.asarray(np.einsum("nmij,fm->nfij", maps, w_pointwise[:, :, 0, 0]))


def _summed(x: Any, w_depthwise: Any, w_pointwise: Any, **how: Pair) -> Floats:
    """The first step adds the channels up, so that all of its maps are the same."""
    total = _first_step(x, w_depthwise, **how).sum(axis=1)
    return np.asarray(np.einsum("nij,fm->nfij", total, w_pointwise[:, :, 0, 0]))


def _pointwise_first(x: Any, w_depthwise: Any, w_pointwise: Any, **how: Pair) -> Floats:
    mixed = np.einsum("ncij,fc->nfij", x, w_pointwise[:, :, 0, 0])
    return _first_step(mixed, w_depthwise, **how)


def _pointwise_turned(x: Any, w_depthwise: Any, w_pointwise: Any, **how: Pair) -> Floats:
    return depthwise_separable_conv2d(x, w_depthwise, w_pointwise.swapaxes(0, 1), **how)


def _other_order(x: Any, w_depthwise: Any, w_pointwise: Any, **how: Pair) -> Floats:
    """Kernel k is taken for channel k % C."""
    runs = np.arange(len(w_depthwise)).reshape(-1, x.shape[1]).T.ravel()
    return depthwise_separable_conv2d(x, w_depthwise[runs], w_pointwise[:, runs], **how)


def _flipped(x: Any, w_depthwise: NDArray[Any], w_pointwise: Any, **how: Pair) -> Floats:
    return depthwise_separable_conv2d(x, w_depthwise[:, :, ::-1, ::-1], w_pointwise, **how)


def _swapped(x: Any, w_depthwise: Any, w_pointwise: Any, **how: Pair) -> Floats:
    wrong = {name: turned(value) for name, value in how.items()}
    return depthwise_separable_conv2d(x, w_depthwise, w_pointwise, **wrong)


HIDDEN = Hidden(
    Exercise(
        name="depthwise_separable_conv2d",
        summary="Forward pass of a depthwise separable convolution, both steps, without bias.",
        parameters=(
            Parameter("x", "(N, C, H, W) array of maps; floats, or integers for images"),
            Parameter("w_depthwise", "(M*C, 1, HH, WW) array of kernels, M for each channel"),
            Parameter("w_pointwise", "(F, M*C, 1, 1) array: mixes the M*C maps in between"),
            Parameter("stride", "of the first step: an int, or a pair (height, width)", "1"),
            Parameter("pad", "of the first step: an int or a pair, zeros on each side", "0"),
        ),
        returns="(N, F, H', W') array of floats, H' = (H + 2*pad - HH) // stride + 1",
        conventions=(
            "Kernel k of w_depthwise reads channel k // M alone (groups = C); mostly M is 1.",
            "Nothing happens between the two steps: no bias, no normalisation, no activation.",
            "Cross-correlation: the kernel is not flipped.",
            "N may be 0; the inputs come back unchanged.",
        ),
        example=(
            (
                "depthwise_separable_conv2d(x := np.ones((1, 1, 2, 2)), 3 * x, 5 * x[..., :1, :1])",
                "array([[[[60.]]]])",
            ),
        ),
        closeness=Closeness(rtol=1e-7, atol=1e-8),
    ),
    depthwise_separable_conv2d,
    (
        Family(Category.BASIC, "two channels, three filters", _plain),
        Family(Category.BASIC, "as many filters as channels", _as_many),
        Family(Category.BASIC, "padding", _padded),
        Family(Category.BASIC, "stride 2", _strided),
        Family(Category.SHAPE, "a batch", _batch),
        Family(Category.SHAPE, "maps that are not square", _not_square, 3),
        Family(Category.SHAPE, "kernels that are not square", _kernel_not_square),
        Family(Category.SHAPE, "pairs for stride and padding", _pairs, 4),
        Family(Category.DTYPE, "float32", lambda rng, size: single(_plain(rng, size))),
        Family(Category.DTYPE, "an integer image", lambda rng, n: image(rng, _plain(rng, n))),
        Family(Category.EDGE, "several kernels for each channel", _multiplied, 3),
        Family(Category.EDGE, "one channel", _one_channel),
        Family(Category.EDGE, "one output", _one_output),
        Family(Category.EDGE, "a stride that leaves some over", _leftover),
        Family(Category.EDGE, "no maps", _no_maps, 1),
        Family(Category.ALIASING, "the inputs stay as they were", _batch),
        Family(Category.LARGE, "larger maps", _big, 1),
    ),
    (
        Suspect("the first step adds the channels up; it keeps them apart", _summed),
        Suspect("the pointwise step comes first", _pointwise_first),
        Suspect("w_pointwise is transposed", _pointwise_turned),
        Suspect("there is an activation between the steps; none is asked for", _rectified),
        Suspect("kernel k is taken for channel k % C instead of k // M", _other_order),
        Suspect("the kernel is flipped (true convolution)", _flipped),
        Suspect("height and width of a pair are swapped", _swapped),
    ),
)
