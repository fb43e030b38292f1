"""The receptive field of a unit behind a stack of layers: its size, its spacing and its place."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from quizml.model.exercises import Category, Exercise, Parameter, Part, Returns
from quizml.references.hidden import Arguments, Family, Hidden, Suspect

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.random import Generator

    Layer = tuple[int, int, int, int]
    Field = tuple[int, int, float]


def receptive_field(layers: Sequence[Layer]) -> Field:
    """Size r, jump j and start c of the field, along one axis, as (r, j, c).

    layers, from the input on, are (kernel_size, stride, pad, dilation). Each unit of the last one
    spans r pixels of the input, the fields of neighbours lie j pixels apart, and the first has its
    centre at c, pixels being 0, 1, 2, ... From r = j = 1 and c = 0 on, every layer adds d (k - 1) j
    to r and (d (k - 1) / 2 - p) j to c, then multiplies j by s. So a stride acts on later layers
    only, and padding on c alone. No layers: a unit is a pixel.
    Source: Araujo, Norris, Sim 2019, Computing Receptive Fields of Convolutional Neural Networks,
    doi:10.23915/distill.00021.

    >>> receptive_field([(3, 1, 1, 1), (2, 2, 0, 1), (3, 1, 1, 1)])
    (8, 2, 0.5)
    """
    size, jump, start = 1, 1, 0.0
    for kernel_size, stride, pad, dilation in layers:
        reach = dilation * (kernel_size - 1)  # steps from the first tap to the last
        size += reach * jump
        start += (reach / 2 - pad) * jump
        jump *= stride
    return size, jump, start


def _whole(rng: Generator, low: int, high: int) -> int:
    return int(rng.integers(low, high))


def _stack(*layers: Layer) -> Arguments:
    return {"layers": list(layers)}


def _odd(rng: Generator) -> int:
    return 2 * _whole(rng, 1, 4) + 1


def _one_layer(rng: Generator, size: int) -> Arguments:  # noqa: ARG001
    return _stack((_odd(rng), 1, 0, 1))


def _small_kernels(rng: Generator, size: int) -> Arguments:
    """A stack with stride 1: every layer adds k - 1."""
    return _stack(*((_odd(rng), 1, 0, 1) for _ in range(size + 1)))


def _strided(rng: Generator, size: int) -> Arguments:
    layers: list[Layer] = [(_odd(rng), _whole(rng, 2, 4), 0, 1) for _ in range(size)]
    return _stack(*layers, (_odd(rng), 1, 0, 1))


def _padded(rng: Generator, size: int) -> Arguments:
    layers: list[Layer] = [
        (_odd(rng), _whole(rng, 1, 3), _whole(rng, 0, 3), 1) for _ in range(size)
    ]
    return _stack(*layers, (3, 1, 2, 1))


def _dilated(rng: Generator, size: int) -> Arguments:
    layers: list[Layer] = [(3, _whole(rng, 1, 3), 1, _whole(rng, 2, 5)) for _ in range(size)]
    return _stack(*layers, (3, 1, 0, 2))


def _mixed(rng: Generator, size: int) -> Arguments:
    def layer() -> Layer:
        return _odd(rng), _whole(rng, 1, 4), _whole(rng, 0, 4), _whole(rng, 1, 4)

    return _stack(*(layer() for _ in range(size + 1)))


def _last_stride(rng: Generator, size: int) -> Arguments:
    """The last layer's stride spaces the units, but widens no field."""
    layers: list[Layer] = [(3, 1, 1, 1) for _ in range(size)]
    return _stack(*layers, (_odd(rng), _whole(rng, 2, 5), 1, 1))


def _even_kernels(rng: Generator, size: int) -> Arguments:
    layers: list[Layer] = [(2 * _whole(rng, 1, 3), 2, _whole(rng, 0, 2), 1) for _ in range(size)]
    return _stack((2, 1, 0, 1), *layers)


def _pointwise(rng: Generator, size: int) -> Arguments:
    """1x1 layers: those with a stride still space the units."""
    return _stack((_odd(rng), 1, 0, 1), *((1, _whole(rng, 1, 4), 0, 1) for _ in range(size)))


def _wide_strides(rng: Generator, size: int) -> Arguments:
    layers: list[Layer] = [(2, _whole(rng, 3, 5), 0, 1) for _ in range(size)]
    return _stack(*layers, (3, 1, 1, 1))


def _network(rng: Generator, size: int) -> Arguments:
    """Blocks of two 3x3 layers and a pooling, as in VGG."""
    block: list[Layer] = [(3, 1, 1, 1), (3, 1, 1, 1), (2, 2, 0, 1)]
    return _stack(*(block * size), *([(3, 1, 1, 1)] * _whole(rng, 1, 4)))


def _no_layers(rng: Generator, size: int) -> Arguments:  # noqa: ARG001
    return _stack()


def _other_way(layers: Sequence[Layer]) -> Field:
    """The recursion that runs from the output to the input, taken from the input on."""
    _, jump, start = receptive_field(layers)
    size = 1
    for kernel_size, stride, _, dilation in layers:
        size = (size - 1) * stride + dilation * (kernel_size - 1) + 1
    return size, jump, start


def _own_stride(layers: Sequence[Layer]) -> Field:
    """The stride of a layer counted for the layer itself."""
    size, jump, start = 1, 1, 0.0
    for kernel_size, stride, pad, dilation in layers:
        jump *= stride
        size += dilation * (kernel_size - 1) * jump
        start += (dilation * (kernel_size - 1) / 2 - pad) * jump
    return size, jump, start


def _with(changed: Any, cause: str) -> Suspect:
    """The layers as somebody sees them who overlooks something."""
    return Suspect(cause, lambda layers: receptive_field([changed(*layer) for layer in layers]))


def _from_half(layers: Sequence[Layer]) -> Field:
    size, jump, start = receptive_field(layers)
    return size, jump, start + 0.5


def _no_start(layers: Sequence[Layer]) -> Field:
    size, jump, start = receptive_field([(k, s, 0, d) for k, s, _, d in layers])
    return size, jump, start


HIDDEN = Hidden(
    Exercise(
        name="receptive_field",
        summary="The receptive field behind a stack of layers, along one axis.",
        parameters=(
            Parameter("layers", "list of (kernel_size, stride, pad, dilation), input first"),
        ),
        returns="(size, jump, start): how many pixels, how far apart, and where",
        parts=(
            Part("size", Returns.INTEGER),
            Part("jump", Returns.INTEGER),
            Part("start", Returns.FLOAT),
        ),
        conventions=(
            "size: pixels of the input that one output unit spans, from the first to the last.",
            "jump: pixels from the field of one unit to that of the next.",
            "start: centre of the first unit's field, with pixel centres at 0, 1, 2, ...",
            "The centre may lie between pixels, or outside where padding counts.",
            "Pooling counts like convolution. Without layers the answer is (1, 1, 0.0).",
        ),
        example=(("receptive_field([(3, 1, 1, 1), (2, 2, 0, 1), (3, 1, 1, 1)])", "(8, 2, 0.5)"),),
    ),
    receptive_field,
    (
        Family(Category.BASIC, "one layer", _one_layer),
        Family(Category.BASIC, "a stack with stride 1", _small_kernels),
        Family(Category.BASIC, "strides", _strided, 3),
        Family(Category.BASIC, "padding", _padded, 3),
        Family(Category.BASIC, "dilation", _dilated, 3),
        Family(Category.BASIC, "all together", _mixed, 3),
        Family(Category.EDGE, "a stride in the last layer", _last_stride),
        Family(Category.EDGE, "even kernels", _even_kernels, 3),
        Family(Category.EDGE, "1x1 layers", _pointwise),
        Family(Category.EDGE, "strides wider than the kernels", _wide_strides),
        Family(Category.EDGE, "blocks as in VGG", _network),
        Family(Category.EDGE, "no layers", _no_layers, 1),
    ),
    (
        Suspect("(r - 1)*s + k runs from the output back; here it went forwards", _other_way),
        Suspect("a layer's own stride counts for later layers only", _own_stride),
        _with(lambda k, s, p, d: (k * d - d + 1, 1 + 0 * s, p, 1), "the strides are left out"),
        _with(lambda k, s, p, d: (k, s, p, 1 + 0 * d), "the dilation is left out"),
        _with(lambda k, s, p, d: (k * d, s, p, 1), "a kernel spans d*(k - 1) + 1, not d*k"),
        Suspect("the padding does not reach `start`", _no_start),
        Suspect("pixel centres are at 0, 1, 2, ... here, not at 0.5, 1.5, ...", _from_half),
    ),
)
