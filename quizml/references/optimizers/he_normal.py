"""He (Kaiming) initialisation from a normal distribution."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np

from quizml.model.exercises import Category, Exercise, Parameter
from quizml.references.hidden import Arguments, Family, Hidden, Suspect

if TYPE_CHECKING:
    from numpy.random import Generator
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]


def he_normal(
    shape: tuple[int, ...], rng: Generator, a: float = 0.0, mode: str = "fan_in"
) -> Floats:
    r"""Weights of the shape asked for, drawn from a normal distribution around 0.

    Their standard deviation is $\sqrt{2 / ((1 + a^2) n)}$, where a is the slope of the (leaky)
    ReLU below 0. shape is (outputs, inputs) or, for convolutions, (outputs, inputs, *kernel); n
    is the inputs times the size of the kernel, or with mode "fan_out" the outputs times it.
    `rng.normal(0, deviation, shape)` is drawn once; nothing is cut off.
    Source: He et al. 2015, arXiv:1502.01852, section 2.2; PyTorch's torch.nn.init.kaiming_normal_.

    >>> w = he_normal((2, 1), np.random.default_rng(0))
    >>> (w / np.sqrt(2)).round(4).tolist()
    [[0.1257], [-0.1321]]
    """
    fan = (shape[1] if mode == "fan_in" else shape[0]) * int(np.prod(shape[2:]))
    return rng.normal(0.0, np.sqrt(2 / ((1 + a**2) * fan)), shape)


def _draw(rng: Generator, *shape: int | np.signedinteger, **how: float | str) -> Arguments:
    """With a generator of its own."""
    whole = tuple(int(side) for side in shape)
    return {"shape": whole, "rng": np.random.default_rng(int(rng.integers(2**32))), **how}


def _dense(rng: Generator, size: int) -> Arguments:
    return _draw(rng, size + rng.integers(1, 3), size + rng.integers(4, 7))


def _convolution(rng: Generator, size: int) -> Arguments:
    return _draw(rng, size + 1, size + 3, 3, 3)


def _fan_out(rng: Generator, size: int) -> Arguments:
    return _draw(rng, size, size + 2, 3, 3, mode="fan_out")


def _leaky(rng: Generator, size: int) -> Arguments:
    return _draw(rng, size, size + 3, a=float(rng.choice([0.2, 0.5, 0.7])))


def _many_outputs(rng: Generator, size: int) -> Arguments:
    return _draw(rng, 8 * size, 2)


def _many_inputs(rng: Generator, size: int) -> Arguments:
    return _draw(rng, 2, 8 * size)


def _flat_kernel(rng: Generator, size: int) -> Arguments:
    return _draw(rng, size + 2, 2, 1, 2 + rng.integers(1, 4))


def _more_axes(rng: Generator, size: int) -> Arguments:
    """Kernels of none, one, two or three dimensions."""
    return _draw(rng, size + 3, 3, *[2] * (size - 1))


def _leaky_fan_out(rng: Generator, size: int) -> Arguments:
    return _draw(rng, size, size + 2, 2, 2, a=0.5, mode="fan_out")


def _one_weight(rng: Generator, size: int) -> Arguments:  # noqa: ARG001
    return _draw(rng, 1, 1)


def _pytorch_default(rng: Generator, size: int) -> Arguments:
    return _draw(rng, size, size + 2, a=math.sqrt(5))


def _many(rng: Generator, size: int) -> Arguments:
    return _draw(rng, 16 * size, 32, 3, 3)


def _variance(
    shape: tuple[int, ...], rng: Generator, a: float = 0.0, mode: str = "fan_in"
) -> Floats:
    fan = (shape[1] if mode == "fan_in" else shape[0]) * math.prod(shape[2:])
    return rng.normal(0.0, 2 / ((1 + a**2) * fan), shape)


def _uniform(
    shape: tuple[int, ...], rng: Generator, a: float = 0.0, mode: str = "fan_in"
) -> Floats:
    fan = (shape[1] if mode == "fan_in" else shape[0]) * math.prod(shape[2:])
    bound = math.sqrt(6 / ((1 + a**2) * fan))
    return rng.uniform(-bound, bound, shape)


def _other_fan(
    shape: tuple[int, ...], rng: Generator, a: float = 0.0, mode: str = "fan_in"
) -> Floats:
    return he_normal(shape, rng, a, "fan_out" if mode == "fan_in" else "fan_in")


def _always_in(shape: tuple[int, ...], rng: Generator, a: float = 0.0, **_: str) -> Floats:
    return he_normal(shape, rng, a)


def _no_kernel(
    shape: tuple[int, ...], rng: Generator, a: float = 0.0, mode: str = "fan_in"
) -> Floats:
    return np.asarray(he_normal(shape, rng, a, mode) * math.sqrt(math.prod(shape[2:])))


def _no_slope(shape: tuple[int, ...], rng: Generator, mode: str = "fan_in", **_: float) -> Floats:
    return he_normal(shape, rng, mode=mode)


def _xavier(shape: tuple[int, ...], rng: Generator, **_: float | str) -> Floats:
    fans = (shape[0] + shape[1]) * math.prod(shape[2:])
    return rng.normal(0.0, math.sqrt(2 / fans), shape)


HIDDEN = Hidden(
    Exercise(
        name="he_normal",
        summary="Draw weights by He (Kaiming) initialisation, from a normal distribution.",
        parameters=(
            Parameter("shape", "tuple of at least two ints: (outputs, inputs, *kernel)"),
            Parameter("rng", "a numpy.random.Generator, from which the weights are drawn"),
            Parameter("a", "the slope of the leaky ReLU below 0; 0 for ReLU", "0.0"),
            Parameter("mode", "whose variance is kept, 'fan_in' or 'fan_out'", "'fan_in'"),
        ),
        returns="array of that shape, floats",
        conventions=(
            "The layout is PyTorch's: outputs first, then inputs, then the sides of the kernel.",
            "The fan counts the kernel: inputs (or outputs) times the product of its sides.",
            "rng.normal(0, deviation, shape) is drawn once, or rng.standard_normal and scaled.",
            "Nothing else is drawn, and nothing is cut off (Keras truncates).",
        ),
        example=(
            (
                "(he_normal((2, 1), np.random.default_rng(0)) / np.sqrt(2)).round(4)",
                "array([[ 0.1257], [-0.1321]])",
            ),
        ),
    ),
    he_normal,
    (
        Family(Category.BASIC, "a dense layer", _dense, 4),
        Family(Category.BASIC, "a convolution", _convolution, 2),
        Family(Category.BASIC, "the fan-out", _fan_out, 2),
        Family(Category.BASIC, "a leaky slope", _leaky, 3),
        Family(Category.SHAPE, "many outputs", _many_outputs),
        Family(Category.SHAPE, "many inputs", _many_inputs),
        Family(Category.SHAPE, "a flat kernel", _flat_kernel),
        Family(Category.SHAPE, "kernels of other dimensions", _more_axes),
        Family(Category.EDGE, "one weight", _one_weight, 1),
        Family(Category.EDGE, "a leaky slope and the fan-out", _leaky_fan_out, 1),
        Family(Category.EDGE, "a slope greater than 1", _pytorch_default, 1),
        Family(Category.LARGE, "a large convolution", _many, 1),
    ),
    (
        Suspect("the variance is used as the standard deviation: the root is missing", _variance),
        Suspect("the weights are drawn from a uniform distribution", _uniform),
        Suspect("the argument `mode` is ignored", _always_in),
        Suspect("fan-in and fan-out are swapped", _other_fan),
        Suspect("the kernel is not counted in the fan", _no_kernel),
        Suspect("the slope `a` is ignored", _no_slope),
        Suspect("that is Xavier's variance, 2 / (fan_in + fan_out)", _xavier),
    ),
)
