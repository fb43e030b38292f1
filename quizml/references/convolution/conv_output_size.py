"""How large the output of a convolution is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from quizml.model.exercises import Category, Exercise, Parameter, Returns
from quizml.references.hidden import Arguments, Family, Hidden, Suspect

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.random import Generator
    from numpy.typing import NDArray

    Sizes = tuple[int, ...]
    Each = int | Sizes


def conv_output_size(
    size: Sizes, kernel_size: Each, stride: Each = 1, pad: Each | str = 0, dilation: Each = 1
) -> Sizes:
    r"""The output's length along each axis: $\lfloor (n + 2 p - d (k - 1) - 1) / s \rfloor + 1$.

    A kernel of k taps, d pixels apart, spans d (k - 1) + 1 pixels; the stride takes every s-th
    place where it fits into the n + 2 p pixels. Where it does not fit even once, the length is 0.
    An int counts for every axis. pad "valid" means 0; "same" means ceil(n / s) for every kernel.
    Sources: Dumoulin and Visin 2016, arXiv:1603.07285, section 5.1; Keras documentation, Conv2D.

    >>> conv_output_size((224, 224), 7, stride=2, pad=3), conv_output_size((7, 8), 2, 2, "same")
    ((112, 112), (4, 4))
    """
    lengths = []
    for axis, n in enumerate(size):
        k, s, d = (at(value, axis) for value in (kernel_size, stride, dilation))
        if pad == "same":
            lengths.append(-(-n // s))
            continue
        p = 0 if pad == "valid" else at(pad, axis)
        lengths.append(max((n + 2 * p - d * (k - 1) - 1) // s + 1, 0))
    return tuple(lengths)


def at(value: Any, axis: int) -> int:
    """The number for one axis: an int counts for every axis."""
    return value if isinstance(value, int) else value[axis]


def _draw(rng: Generator, low: int, high: int, axes: int) -> Sizes:
    return tuple(int(n) for n in rng.integers(low, high, axes))


def _layer(rng: Generator, size: int, kernel_size: Each, **how: Any) -> Arguments:
    """Any lengths from 20 on, along as many axes as `size`, at most 3."""
    return {"size": _draw(rng, 20, 300, min(size, 3)), "kernel_size": kernel_size, **how}


def _kernel(rng: Generator, size: int) -> Arguments:
    return _layer(rng, size, int(rng.integers(2, 8)))


def _padded(rng: Generator, size: int) -> Arguments:
    return _layer(rng, size, int(rng.integers(5, 10)), pad=int(rng.integers(1, 4)))


def _strided(rng: Generator, size: int) -> Arguments:
    """The stride divides evenly: the formula without rounding would do."""
    k, s, p = int(rng.integers(3, 8)), int(rng.integers(2, 5)), int(rng.integers(0, 3))
    lengths = tuple(s * n + k - 2 * p for n in _draw(rng, 5, 60, min(size, 3)))
    return {"size": lengths, "kernel_size": k, "stride": s, "pad": p}


def _dilated(rng: Generator, size: int) -> Arguments:
    k, d = int(rng.integers(2, 5)), int(rng.integers(2, 5))
    return _layer(rng, size, k, pad=int(rng.integers(0, 4)), dilation=d)


def _per_axis(rng: Generator, size: int) -> Arguments:
    axes = min(size, 3)
    kernel_size, pad = _draw(rng, 2, 8, axes), _draw(rng, 0, 5, axes)
    stride, dilation = _draw(rng, 1, 4, axes), _draw(rng, 1, 3, axes)
    values = zip(_draw(rng, 9, 60, axes), kernel_size, stride, pad, dilation, strict=True)
    lengths = tuple(s * n + d * (k - 1) + 1 - 2 * p for n, k, s, p, d in values)
    return {"size": lengths, "kernel_size": kernel_size, "stride": stride} | {
        "pad": pad,
        "dilation": dilation,
    }


def _leftover(rng: Generator, size: int) -> Arguments:
    k, s, p = int(rng.integers(3, 8)), int(rng.integers(3, 6)), int(rng.integers(0, 3))
    lengths = tuple(s * n + k - 2 * p + s - 1 for n in _draw(rng, 5, 60, min(size, 3)))
    return {"size": lengths, "kernel_size": k, "stride": s, "pad": p}


def _network(rng: Generator, size: int) -> Arguments:
    """Layers that everybody knows: the stems of ResNet, VGG, AlexNet and of a patch embedding."""
    k, s, p = [(7, 2, 3), (3, 1, 1), (11, 4, 2), (16, 16, 0), (3, 2, 1)][int(rng.integers(5))]
    n = [224, 225, 32, 300][int(rng.integers(4))]
    return {"size": (n,) * min(size, 3), "kernel_size": k, "stride": s, "pad": p}


def _whole(rng: Generator, size: int) -> Arguments:
    lengths = _draw(rng, 2, 9, min(size, 3))
    return {"size": lengths, "kernel_size": lengths, "stride": int(rng.integers(1, 4))}


def _too_large(rng: Generator, size: int) -> Arguments:
    lengths = _draw(rng, 1, 9, min(size, 3))
    k = max(lengths) + int(rng.integers(5, 9))
    return {"size": lengths, "kernel_size": k, "stride": int(rng.integers(1, 3)), "pad": 1}


def _same(rng: Generator, size: int) -> Arguments:
    return _layer(rng, size, int(rng.integers(1, 8)), stride=int(rng.integers(2, 5)), pad="same")


def _same_size(rng: Generator, size: int) -> Arguments:
    k = 2 * int(rng.integers(1, 5))  # even: no padding of two equal sides keeps the size
    return _layer(rng, size, k, pad="same", dilation=int(rng.choice([1, 3])))


def _valid(rng: Generator, size: int) -> Arguments:
    return _layer(rng, size, int(rng.integers(2, 8)), stride=int(rng.integers(1, 4)), pad="valid")


def _with(counted: Callable[[int, int, int, int, int], int], cause: str, least: int = 0) -> Suspect:
    """A mistake in the formula of (n, k, s, p, d)."""

    def answer(
        size: Sizes, kernel_size: Each, stride: Each = 1, pad: Any = 0, dilation: Each = 1
    ) -> NDArray[np.int64]:
        if isinstance(pad, str):
            raise TypeError(pad)
        told = (kernel_size, stride, pad, dilation)
        values = [(n, *(at(value, axis) for value in told)) for axis, n in enumerate(size)]
        return np.array([max(counted(*of_axis), least) for of_axis in values])

    return Suspect(cause, answer)


def _same_as_input(size: Sizes, pad: Any = 0, **_: Each) -> NDArray[np.int64]:
    if pad != "same":
        raise TypeError(pad)
    return np.array(size)


HIDDEN = Hidden(
    Exercise(
        name="conv_output_size",
        summary="The output size of a convolution or pooling layer, axis by axis.",
        parameters=(
            Parameter("size", "tuple of the input's lengths, as in (H, W); 1 to 3 axes"),
            Parameter("kernel_size", "an int, or a tuple with one for each axis"),
            Parameter("stride", "an int, or a tuple with one for each axis", "1"),
            Parameter("pad", "an int, or a tuple (zeros on each side); 'same' or 'valid'", "0"),
            Parameter("dilation", "an int or a tuple: pixels from one tap to the next", "1"),
        ),
        returns="tuple (or array) of ints, as long as size",
        kind=Returns.INTEGER,
        conventions=(
            "Only places where the kernel fits count: what the stride leaves over is dropped.",
            "0 where the kernel does not fit even once.",
            "'valid' is no padding; 'same' gives ceil(n / stride), as in TensorFlow and Keras.",
        ),
        example=(
            ("conv_output_size((224, 300), 7, stride=2, pad=3)", "(112, 150)"),
            ("conv_output_size((7, 8), 3, stride=2, pad='same')", "(4, 4)"),
        ),
    ),
    conv_output_size,
    (
        Family(Category.BASIC, "a kernel, no padding", _kernel),
        Family(Category.BASIC, "padding", _padded),
        Family(Category.BASIC, "a stride that divides evenly", _strided, 3),
        Family(Category.BASIC, "dilation", _dilated, 3),
        Family(Category.SHAPE, "a value for each axis", _per_axis, 5),
        Family(Category.EDGE, "a stride that leaves some over", _leftover, 4),
        Family(Category.EDGE, "layers of well-known networks", _network, 3),
        Family(Category.EDGE, "a kernel as large as the input", _whole),
        Family(Category.EDGE, "a kernel larger than the padded input", _too_large, 4),
        Family(Category.EDGE, "'same' with a stride", _same, 3),
        Family(Category.EDGE, "'same' with an even kernel", _same_size, 3),
        Family(Category.EDGE, "'valid'", _valid),
    ),
    (
        _with(
            lambda n, k, s, p, d: -(-(n + 2 * p - d * (k - 1) - 1) // s) + 1,
            "rounded up: what the stride leaves over is dropped",
        ),
        _with(
            lambda n, k, s, p, d: (n + p - d * (k - 1) - 1) // s + 1,
            "the padding is counted on one side only",
        ),
        _with(
            lambda n, k, s, p, d: (n + 2 * p - d * k) // s + 1,
            "a kernel spans d*(k - 1) + 1 pixels, not d*k",
        ),
        _with(
            lambda n, k, s, p, d: (n + 2 * p - k) // s + 1 + 0 * d,
            "the dilation is left out",
        ),
        _with(
            lambda n, k, s, p, d: (n + 2 * p - d * (k - 1) - 1) // s,
            "one too few: the first place counts as well",
        ),
        _with(
            lambda n, k, s, p, d: (n + 2 * p - d * (k - 1) - 1) // s + 1,
            "negative where the kernel does not fit; it must be 0",
            least=-99,
        ),
        Suspect("'same' is taken for the input's size; with a stride it is less", _same_as_input),
    ),
)
