"""What convolution layers cost: multiply-accumulates, operations and parameters."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from quizml.model.exercises import Category, Exercise, Parameter, Part, Returns
from quizml.references.hidden import Arguments, Family, Hidden, Suspect

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from numpy.random import Generator
    from numpy.typing import NDArray

    Integers = NDArray[np.int64]
    Costs = tuple[Integers, Integers, Integers]
    Shape = tuple[int, int, int]
    Layer = tuple[int, int, int, int, int, bool]


def conv2d_flops(in_shape: Shape, layers: Sequence[Layer]) -> Costs:
    """(macs, flops, params), each with a number for every layer, for one image (C, H, W).

    layers are (out_channels F, kernel_size k, stride s, pad p, groups g, bias), each reading what
    the one before puts out, H' = (H + 2 p - k) // s + 1 rows of it. One output value takes
    n = (C / g) k^2 multiplications and n - 1 additions, one more with a bias; there are H' W' F.
    So macs = H' W' F n; flops = 2 macs with a bias and 2 macs - H' W' F without; params = F n, and
    F more with a bias, whatever the size of the map.
    Source: Howard et al. 2017, arXiv:1704.04861, section 3.1 (multiplications).

    >>> macs, flops, params = conv2d_flops((3, 224, 224), [(64, 7, 2, 3, 1, False)])
    >>> macs.tolist(), flops.tolist(), params.tolist()
    ([118013952], [235225088], [9408])
    """
    channels, height, width = in_shape
    macs, flops, params = [], [], []
    for filters, k, stride, pad, groups, bias in layers:
        height, width = ((n + 2 * pad - k) // stride + 1 for n in (height, width))
        values = height * width * filters
        products = channels // groups * k * k  # for one value
        macs.append(values * products)
        flops.append(values * (2 * products if bias else 2 * products - 1))
        params.append(filters * (products + bias))
        channels = filters
    return np.array(macs, dtype=int), np.array(flops, dtype=int), np.array(params, dtype=int)


def _whole(rng: Generator, low: int, high: int) -> int:
    return int(rng.integers(low, high))


def _side(rng: Generator) -> int:
    return _whole(rng, 12, 60)


def _cost(in_shape: Shape, *layers: Layer) -> Arguments:
    return {"in_shape": in_shape, "layers": list(layers)}


def _one(
    rng: Generator, kernel: int, stride: int = 1, pad: int = 0, *, bias: bool = True
) -> Arguments:
    side = _side(rng)
    layer = (_whole(rng, 2, 65), kernel, stride, pad, 1, bias)
    return _cost((_whole(rng, 2, 33), side, side), layer)


def _same_size(rng: Generator, size: int) -> Arguments:  # noqa: ARG001
    k = 2 * _whole(rng, 1, 4) + 1
    return _one(rng, k, pad=(k - 1) // 2)


def _unpadded(rng: Generator, size: int) -> Arguments:  # noqa: ARG001
    return _one(rng, _whole(rng, 2, 8))


def _strided(rng: Generator, size: int) -> Arguments:  # noqa: ARG001
    return _one(rng, 3, _whole(rng, 2, 4), 1)


def _without_bias(rng: Generator, size: int) -> Arguments:  # noqa: ARG001
    return _one(rng, 3, pad=1, bias=False)


def _grouped(rng: Generator, size: int) -> Arguments:  # noqa: ARG001
    groups = _whole(rng, 2, 5)
    layer = (groups * _whole(rng, 2, 9), 3, 1, 1, groups, True)
    return _cost((groups * _whole(rng, 2, 9), 14, 14), layer)


def _stack(rng: Generator, size: int) -> Arguments:
    side = _side(rng)
    layers: list[Layer] = [
        (_whole(rng, 2, 65), 3, _whole(rng, 1, 3), 1, 1, bool(rng.integers(2))) for _ in range(size)
    ]
    return _cost((3, side, side), *layers, (_whole(rng, 2, 65), 1, 1, 0, 1, True))


def _not_square(rng: Generator, size: int) -> Arguments:
    shape = (_whole(rng, 2, 9), _side(rng), 70 + _side(rng))
    layers: list[Layer] = [(_whole(rng, 2, 33), 5, 2, 1, 1, True) for _ in range(min(size, 2))]
    return _cost(shape, *layers)


def _leftover(rng: Generator, size: int) -> Arguments:  # noqa: ARG001
    side = 3 * _whole(rng, 5, 20) + 1
    return _cost((4, side, side), (_whole(rng, 2, 33), 3, 3, 0, 1, True))


def _pointwise(rng: Generator, size: int) -> Arguments:  # noqa: ARG001
    return _one(rng, 1, bias=bool(rng.integers(2)))


def _depthwise(rng: Generator, size: int) -> Arguments:  # noqa: ARG001
    channels, multiplier = _whole(rng, 4, 65), _whole(rng, 2, 4)
    return _cost((channels, 28, 28), (channels * multiplier, 3, 1, 1, channels, False))


def _separable(rng: Generator, size: int) -> Arguments:
    """Blocks of MobileNet: depthwise, then pointwise, no biases."""
    channels, side = 8 * _whole(rng, 1, 5), 14 * _whole(rng, 1, 9)
    layers: list[Layer] = []
    for width in (channels * 2**i for i in range(size)):
        layers += [(width, 3, 1, 1, width, False), (2 * width, 1, 1, 0, 1, False)]
    return _cost((channels, side, side), *layers)


def _whole_map(rng: Generator, size: int) -> Arguments:  # noqa: ARG001
    """A kernel as large as the map: a fully connected layer."""
    side = _whole(rng, 2, 8)
    return _cost((_whole(rng, 2, 65), side, side), (_whole(rng, 10, 1001), side, 1, 0, 1, True))


def _huge(rng: Generator, size: int) -> Arguments:  # noqa: ARG001
    """More operations than 32 bits, and more than float32's digits, can tell apart."""
    side = 1001 + 2 * _whole(rng, 1, 500)
    return _cost((255, side, side), (513, 3, 1, 1, 1, bool(rng.integers(2))))


def _counted(of_layer: Callable[..., Any], cause: str) -> Suspect:
    """Any way to count: of_layer((C, H, W), (H', W'), layer) gives the three numbers."""

    def answer(in_shape: Shape, layers: Sequence[Layer]) -> Costs:
        before, found = in_shape, []
        for layer in layers:
            high, wide = ((n + 2 * layer[3] - layer[1]) // layer[2] + 1 for n in before[1:])
            found.append(of_layer(before, (high, wide), layer))
            before = (layer[0], high, wide)
        macs, flops, params = np.array(found, dtype=np.int64).T
        return macs, flops, params

    return Suspect(cause, answer)


def _input_size(before: Shape, _: Any, layer: Layer) -> tuple[int, int, int]:
    filters, k, _, _, groups, bias = layer
    channels, height, width = before
    n, values = channels // groups * k * k, height * width * filters
    return values * n, values * (2 * n - 1 + bias), filters * (n + bias)


def _no_groups(before: Shape, after: tuple[int, int], layer: Layer) -> tuple[int, int, int]:
    filters, k, _, _, _, bias = layer
    n, values = before[0] * k * k, after[0] * after[1] * filters
    return values * n, values * (2 * n - 1 + bias), filters * (n + bias)


def _few_additions(before: Shape, after: tuple[int, int], layer: Layer) -> tuple[int, int, int]:
    filters, k, _, _, groups, bias = layer
    channels, values = before[0] // groups, after[0] * after[1] * filters
    n = channels * k * k
    return values * n, values * (n + (channels - 1) * k * k + 1), filters * (n + bias)


def _twice(in_shape: Shape, layers: Sequence[Layer]) -> Costs:
    macs, _, params = conv2d_flops(in_shape, layers)
    return macs, 2 * macs, params


def _as_macs(in_shape: Shape, layers: Sequence[Layer]) -> Costs:
    macs, _, params = conv2d_flops(in_shape, layers)
    return macs, macs, params


def _no_biases(in_shape: Shape, layers: Sequence[Layer]) -> Costs:
    return conv2d_flops(in_shape, [(*layer[:5], False) for layer in layers])


HIDDEN = Hidden(
    Exercise(
        name="conv2d_flops",
        summary="Multiply-accumulates, operations and parameters of convolution layers.",
        parameters=(
            Parameter("in_shape", "(C, H, W) of one image"),
            Parameter(
                "layers",
                "list of (out_channels, kernel_size, stride, pad, groups, bias), five ints and a"
                " bool; each layer reads the output of the one before",
            ),
        ),
        returns="(macs, flops, params): integer arrays or lists, one number for each layer",
        parts=tuple(Part(name, Returns.INTEGER) for name in ("macs", "flops", "params")),
        conventions=(
            "A layer's output has (H + 2*pad - kernel_size) // stride + 1 rows, columns likewise.",
            "macs: the multiplications; each comes with one addition, to a running sum.",
            "flops: multiplications and additions; n products need n - 1 additions, a bias one.",
            "params: weights, and one bias for each output channel if bias is True.",
            "Channel counts are multiples of groups. The numbers may exceed 32 bits.",
        ),
        example=(
            (
                "conv2d_flops((3, 5, 5), [(4, 3, 1, 1, 1, True), (2, 1, 1, 0, 1, False)])",
                "(array([2700,  200]), array([5400,  350]), array([112,   8]))",
            ),
        ),
    ),
    conv2d_flops,
    (
        Family(Category.BASIC, "padding that keeps the size", _same_size, 3),
        Family(Category.BASIC, "no padding", _unpadded),
        Family(Category.BASIC, "stride 2 or 3", _strided),
        Family(Category.BASIC, "no bias", _without_bias),
        Family(Category.BASIC, "groups", _grouped, 3),
        Family(Category.BASIC, "several layers", _stack, 3),
        Family(Category.SHAPE, "maps that are not square", _not_square, 3),
        Family(Category.EDGE, "a stride that leaves some over", _leftover),
        Family(Category.EDGE, "1x1 layers", _pointwise),
        Family(Category.EDGE, "depthwise layers", _depthwise, 3),
        Family(Category.EDGE, "depthwise separable blocks", _separable),
        Family(Category.EDGE, "a kernel as large as the map", _whole_map),
        Family(Category.EDGE, "very many operations", _huge),
    ),
    (
        _counted(_input_size, "the size of the input map is used; the output's counts"),
        _counted(_no_groups, "the groups are left out"),
        Suspect("without a bias there is one addition less for each value", _twice),
        Suspect("flops are not macs: additions count as well", _as_macs),
        _counted(_few_additions, "n products need n - 1 additions, not (C - 1)*k*k + 1"),
        Suspect("the bias is left out", _no_biases),
    ),
)
