"""Xavier (Glorot) initialisation from a uniform distribution."""

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


def xavier_uniform(shape: tuple[int, ...], rng: Generator, gain: float = 1.0) -> Floats:
    r"""Weights of the shape asked for, drawn from $U[-r, r]$ with $r = g \sqrt{6 / (n_i + n_o)}$.

    shape is (outputs, inputs) or, for convolutions, (outputs, inputs, *kernel); the fan-in n_i is
    the inputs times the size of the kernel, the fan-out n_o the outputs times it, and g is the
    gain. The variance is then $r^2 / 3 = 2 g^2 / (n_i + n_o)$, the compromise that keeps signals
    and gradients about as large from layer to layer. `rng.uniform(-r, r, shape)` is drawn once.
    Source: Glorot & Bengio 2010, AISTATS, equation 16; fans as in PyTorch's torch.nn.init.

    >>> w = xavier_uniform((2, 1), np.random.default_rng(0))
    >>> (w / np.sqrt(2)).round(4).tolist()
    [[0.2739], [-0.4604]]
    """
    kernel = int(np.prod(shape[2:]))
    fan_in, fan_out = shape[1] * kernel, shape[0] * kernel
    bound = gain * np.sqrt(6 / (fan_in + fan_out))
    return rng.uniform(-bound, bound, shape)


def _draw(rng: Generator, *shape: int | np.signedinteger, **gain: float) -> Arguments:
    """With a generator of its own."""
    whole = tuple(int(side) for side in shape)
    return {"shape": whole, "rng": np.random.default_rng(int(rng.integers(2**32))), **gain}


def _dense(rng: Generator, size: int) -> Arguments:
    return _draw(rng, size + rng.integers(1, 3), size + rng.integers(3, 6))


def _convolution(rng: Generator, size: int) -> Arguments:
    return _draw(rng, size + 1, size + 2, 3, 3)


def _gained(rng: Generator, size: int) -> Arguments:
    return _draw(rng, size + 1, size + 2, gain=float(rng.choice([0.5, 5 / 3, 2.0, 3.0])))


def _gained_convolution(rng: Generator, size: int) -> Arguments:
    return _draw(rng, size, size + 2, 3, 3, gain=float(rng.choice([0.5, 5 / 3, 2.0, 3.0])))


def _square(rng: Generator, size: int) -> Arguments:
    return _draw(rng, size + 1, size + 1)


def _many_outputs(rng: Generator, size: int) -> Arguments:
    return _draw(rng, 8 * size, 2)


def _many_inputs(rng: Generator, size: int) -> Arguments:
    return _draw(rng, 2, 8 * size)


def _flat_kernel(rng: Generator, size: int) -> Arguments:
    return _draw(rng, size + 1, 2, 1, 2 + rng.integers(1, 4))


def _more_axes(rng: Generator, size: int) -> Arguments:
    """Kernels of none, one, two or three dimensions."""
    return _draw(rng, size + 1, 3, *[2] * (size - 1))


def _one_weight(rng: Generator, size: int) -> Arguments:  # noqa: ARG001
    return _draw(rng, 1, 1)


def _pointwise(rng: Generator, size: int) -> Arguments:
    return _draw(rng, size + 1, size + 2, 1, 1)


def _many(rng: Generator, size: int) -> Arguments:
    return _draw(rng, 16 * size, 32, 3, 3)


def _scaled(by: float, shape: tuple[int, ...], rng: Generator, gain: float) -> Floats:
    return np.asarray(by * xavier_uniform(shape, rng, gain))


def _of_notes(shape: tuple[int, ...], rng: Generator, gain: float = 1.0) -> Floats:
    return _scaled(math.sqrt(0.5), shape, rng, gain)


def _deviation(shape: tuple[int, ...], rng: Generator, gain: float = 1.0) -> Floats:
    return _scaled(math.sqrt(1 / 3), shape, rng, gain)


def _variance(shape: tuple[int, ...], rng: Generator, gain: float = 1.0) -> Floats:
    bound = gain * 6 / ((shape[0] + shape[1]) * math.prod(shape[2:]))
    return rng.uniform(-bound, bound, shape)


def _no_kernel(shape: tuple[int, ...], rng: Generator, gain: float = 1.0) -> Floats:
    return _scaled(math.sqrt(math.prod(shape[2:])), shape, rng, gain)


def _no_gain(shape: tuple[int, ...], rng: Generator, gain: float = 1.0) -> Floats:  # noqa: ARG001
    return xavier_uniform(shape, rng)


def _normal(shape: tuple[int, ...], rng: Generator, gain: float = 1.0) -> Floats:
    fans = (shape[0] + shape[1]) * math.prod(shape[2:])
    return rng.normal(0, gain * math.sqrt(2 / fans), shape)


HIDDEN = Hidden(
    Exercise(
        name="xavier_uniform",
        summary="Draw weights by Xavier (Glorot) initialisation, from a uniform distribution.",
        parameters=(
            Parameter("shape", "tuple of at least two ints: (outputs, inputs, *kernel)"),
            Parameter("rng", "a numpy.random.Generator, from which the weights are drawn"),
            Parameter("gain", "a factor on all weights", "1.0"),
        ),
        returns="array of that shape, floats",
        conventions=(
            "The layout is PyTorch's: outputs first, then inputs, then the sides of the kernel.",
            "Each fan counts the kernel: inputs (or outputs) times the product of its sides.",
            "rng.uniform(-bound, bound, shape) is drawn once, or rng.random(shape) and scaled.",
            "Nothing else is drawn.",
        ),
        example=(
            (
                "(xavier_uniform((2, 1), np.random.default_rng(0)) / np.sqrt(2)).round(4)",
                "array([[ 0.2739], [-0.4604]])",
            ),
        ),
    ),
    xavier_uniform,
    (
        Family(Category.BASIC, "a dense layer", _dense, 4),
        Family(Category.BASIC, "a convolution", _convolution, 2),
        Family(Category.BASIC, "a gain", _gained, 3),
        Family(Category.BASIC, "a convolution with a gain", _gained_convolution, 2),
        Family(Category.SHAPE, "a square layer", _square, 1),
        Family(Category.SHAPE, "many outputs", _many_outputs),
        Family(Category.SHAPE, "many inputs", _many_inputs),
        Family(Category.SHAPE, "a flat kernel", _flat_kernel),
        Family(Category.SHAPE, "kernels of other dimensions", _more_axes),
        Family(Category.EDGE, "one weight", _one_weight, 1),
        Family(Category.EDGE, "a 1 x 1 convolution", _pointwise, 1),
        Family(Category.LARGE, "a large convolution", _many, 1),
    ),
    (
        Suspect("the variance is 1 / (fan_in + fan_out) instead of 2 / (...)", _of_notes),
        Suspect("the bound is the standard deviation; it is sqrt(3) times that", _deviation),
        Suspect("the root of the bound is missing", _variance),
        Suspect("the kernel is not counted in the fans", _no_kernel),
        Suspect("the argument `gain` is ignored", _no_gain),
        Suspect("the weights are drawn from a normal distribution", _normal),
    ),
)
