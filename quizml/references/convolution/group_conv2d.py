"""Grouped convolution: the filters of a group see only its share of the channels."""

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


def group_conv2d(
    x: ArrayLike, w: ArrayLike, b: ArrayLike, stride: Pair = 1, pad: Pair = 0, groups: int = 1
) -> Floats:
    """Maps (N, F, H', W') from maps (N, C, H, W), filters (F, C / groups, HH, WW) and bias (F,).

    The channels are cut into `groups` equal runs of neighbours, and so are the filters; group g of
    the filters reads group g of the channels, and the outputs stand one group after the other.
    Weights and cost are 1/groups of the ordinary convolution, which groups = 1 is; groups = C is
    the depthwise convolution. H' = (H + 2 pad - HH) // stride + 1 and W' likewise, zeros outside.
    Source: Krizhevsky, Sutskever, Hinton 2012 (AlexNet); PyTorch documentation, torch.nn.Conv2d.

    >>> x, w = np.array([2.0, 3.0]).reshape(1, 2, 1, 1), np.array([10.0, 100.0]).reshape(2, 1, 1, 1)
    >>> group_conv2d(x, w, np.zeros(2), groups=2).ravel().tolist()
    [20.0, 300.0]
    """
    x, w, b = (np.asarray(a, dtype=np.float64) for a in (x, w, b))
    (down, right), (high, wide) = pair(stride), pair(pad)
    padded = np.pad(x, ((0, 0), (0, 0), (high, high), (wide, wide)))
    windows = np.lib.stride_tricks.sliding_window_view(padded, w.shape[2:], axis=(2, 3))
    windows = windows[:, :, ::down, ::right]
    of_group = (len(x), groups, x.shape[1] // groups, *windows.shape[2:])
    filters = w.reshape(groups, len(w) // groups, *w.shape[1:])
    maps = np.einsum("ngcijuv,gfcuv->ngfij", windows.reshape(of_group), filters)
    return np.asarray(maps.reshape(len(x), len(w), *maps.shape[3:]) + b[:, None, None])


def _one_group(rng: Generator, size: int) -> Arguments:
    return layer(rng, (1, 3, size + 2, size + 2), (3, 3, 3))


def _two_groups(rng: Generator, size: int) -> Arguments:
    return layer(rng, (1, 4, size + 2, size + 2), (4, 3, 3), groups=2)


def _three_groups(rng: Generator, size: int) -> Arguments:
    return layer(rng, (1, 6, size + 1, size + 1), (6, 2, 2), groups=3)


def _padded(rng: Generator, size: int) -> Arguments:
    side = 2 * size + 1
    return layer(rng, (1, 4, side, side), (4, 3, 3), stride=2, pad=1, groups=2)


def _batch(rng: Generator, size: int) -> Arguments:
    return layer(rng, (size + 1, 4, 4, 4), (4, 2, 2), groups=2)


def _more_filters(rng: Generator, size: int) -> Arguments:
    """Groups that read more, or fewer, channels than they have filters."""
    channels, filters = shuffled(rng, 4, 6)
    return layer(rng, (1, channels, size + 1, size + 1), (filters, 2, 2), groups=2)


def _not_square(rng: Generator, size: int) -> Arguments:
    high, wide = shuffled(rng, size + 2, size + 5)
    return layer(rng, (2, 4, high, wide), (2, 3, 3), groups=2)


def _kernel_not_square(rng: Generator, size: int) -> Arguments:
    high, wide = shuffled(rng, 1, 3)
    return layer(rng, (1, 4, size + 3, size + 3), (4, high, wide), pad=1, groups=2)


def _pairs(rng: Generator, size: int) -> Arguments:
    side = 2 * size + 3  # both strides divide it evenly
    stride, pad = shuffled(rng, 1, 2), shuffled(rng, 0, 2)
    return layer(rng, (1, 2, side, side), (2, 3, 3), stride=stride, pad=pad, groups=2)


def _depthwise(rng: Generator, size: int) -> Arguments:
    return layer(rng, (2, size + 1, 4, 4), (size + 1, 3, 3), pad=1, groups=size + 1)


def _multiplier(rng: Generator, size: int) -> Arguments:
    return layer(rng, (1, size + 1, 3, 3), (2 * (size + 1), 2, 2), groups=size + 1)


def _one_filter_each(rng: Generator, size: int) -> Arguments:
    return layer(rng, (1, 6, size + 1, size + 1), (3, 2, 2), groups=3)


def _pointwise(rng: Generator, size: int) -> Arguments:
    return layer(rng, (1, 6, size, size), (4, 1, 1), groups=2)


def _leftover(rng: Generator, size: int) -> Arguments:
    return layer(rng, (1, 4, 3 * size + 4, 3 * size + 4), (2, 3, 3), stride=3, groups=2)


def _no_maps(rng: Generator, size: int) -> Arguments:
    return layer(rng, (0, 4, size + 2, size + 2), (2, 3, 3), groups=2)


def _big(rng: Generator, size: int) -> Arguments:
    return layer(rng, (2, 8, 5 * size + 1, 5 * size), (4 * size, 3, 3), pad=1, groups=4)


def _dealt_out(count: int, groups: int) -> NDArray[np.intp]:
    """Channels dealt out to the groups one by one, like cards, instead of in runs."""
    return np.arange(count).reshape(-1, groups).T.ravel()


def _channels_dealt(x: NDArray[Any], w: Any, b: Any, groups: int = 1, **how: Any) -> Floats:
    return group_conv2d(x[:, _dealt_out(x.shape[1], groups)], w, b, groups=groups, **how)


def _outputs_dealt(x: Any, w: Any, b: Any, groups: int = 1, **how: Any) -> Floats:
    """Filter f belongs to group f % groups; the outputs keep the order of the filters."""
    order = _dealt_out(len(w), groups)
    out = np.empty_like(got := group_conv2d(x, w[order], b[order], groups=groups, **how))
    out[:, order] = got
    return out


def _shuffled_after(x: Any, w: Any, b: Any, groups: int = 1, **how: Any) -> Floats:
    got = group_conv2d(x, w, b, groups=groups, **how)
    return got[:, np.arange(len(w)).reshape(groups, -1).T.ravel()]


def _first_group_only(x: NDArray[Any], w: Any, b: Any, groups: int = 1, **how: Any) -> Floats:
    first = x[:, : x.shape[1] // groups]
    return group_conv2d(np.tile(first, (1, groups, 1, 1)), w, b, groups=groups, **how)


def _flipped(x: Any, w: NDArray[Any], b: Any, **how: Any) -> Floats:
    return group_conv2d(x, w[:, :, ::-1, ::-1], b, **how)


def _without_bias(x: Any, w: Any, b: NDArray[Any], **how: Any) -> Floats:
    return group_conv2d(x, w, np.zeros(b.shape), **how)


def _swapped(x: Any, w: Any, b: Any, stride: Pair = 1, pad: Pair = 0, groups: int = 1) -> Floats:
    return group_conv2d(x, w, b, turned(stride), turned(pad), groups)


HIDDEN = Hidden(
    Exercise(
        name="group_conv2d",
        summary="Forward pass of a grouped convolution layer.",
        parameters=(
            Parameter("x", "(N, C, H, W) array of maps; floats, or integers for images"),
            Parameter("w", "(F, C/groups, HH, WW) array of filters"),
            Parameter("b", "(F,) array of biases"),
            Parameter("stride", "an int, or a pair (height, width)", "1"),
            Parameter("pad", "an int, or a pair (height, width): zeros on each side", "0"),
            Parameter("groups", "how many groups; C and F are multiples of it", "1"),
        ),
        returns="(N, F, H', W') array of floats, H' = (H + 2*pad - HH) // stride + 1",
        conventions=(
            "Group g has channels g*C/groups to (g + 1)*C/groups - 1, and filters likewise.",
            "A filter reads the channels of its group only; outputs are in the order of w.",
            "Cross-correlation: the kernel is not flipped.",
            "N may be 0; x, w and b come back unchanged.",
        ),
        example=(
            (
                "group_conv2d(np.ones((1, 4, 1, 1)), np.ones((2, 2, 1, 1)), np.arange(2), 1, 0, 2)",
                "array([[[[2.]],\n\n        [[3.]]]])",
            ),
        ),
        closeness=Closeness(rtol=1e-7, atol=1e-8),
    ),
    group_conv2d,
    (
        Family(Category.BASIC, "one group", _one_group),
        Family(Category.BASIC, "two groups", _two_groups),
        Family(Category.BASIC, "three groups", _three_groups),
        Family(Category.BASIC, "padding and stride", _padded),
        Family(Category.SHAPE, "a batch", _batch),
        Family(Category.SHAPE, "other numbers of filters than channels", _more_filters, 4),
        Family(Category.SHAPE, "maps that are not square", _not_square),
        Family(Category.SHAPE, "kernels that are not square", _kernel_not_square),
        Family(Category.SHAPE, "pairs for stride and padding", _pairs, 4),
        Family(Category.DTYPE, "float32", lambda rng, size: single(_two_groups(rng, size))),
        Family(Category.DTYPE, "an integer image", lambda rng, n: image(rng, _two_groups(rng, n))),
        Family(Category.EDGE, "as many groups as channels", _depthwise),
        Family(Category.EDGE, "two filters for each channel", _multiplier),
        Family(Category.EDGE, "one filter in each group", _one_filter_each),
        Family(Category.EDGE, "a 1x1 kernel", _pointwise, 1),
        Family(Category.EDGE, "a stride that leaves some over", _leftover),
        Family(Category.EDGE, "no maps", _no_maps, 1),
        Family(Category.ALIASING, "the inputs stay as they were", _batch),
        Family(Category.LARGE, "larger maps", _big, 1),
    ),
    (
        Suspect("channels are dealt out to the groups; each takes a run", _channels_dealt),
        Suspect("filter f is taken for group f % groups; groups are runs", _outputs_dealt),
        Suspect("the outputs are shuffled across the groups", _shuffled_after),
        Suspect("every group reads the channels of the first", _first_group_only),
        Suspect("the kernel is flipped (true convolution)", _flipped),
        Suspect("the bias is not added", _without_bias),
        Suspect("height and width of a pair are swapped", _swapped),
    ),
)
