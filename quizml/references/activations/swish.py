"""Swish, also called SiLU."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from quizml.model.exercises import Category, Exercise, Parameter
from quizml.references.activations._elementwise import families, far_left, far_out, matrix, vector
from quizml.references.activations.sigmoid import sigmoid
from quizml.references.hidden import Arguments, Family, Hidden, Suspect

if TYPE_CHECKING:
    from numpy.random import Generator
    from numpy.typing import ArrayLike, NDArray

    Floats = NDArray[np.floating]


def swish(x: ArrayLike, beta: float = 1.0) -> Floats:
    r"""Numbers weighted by their own sigmoid, of x's shape: $x \sigma(\beta x)$.

    beta = 1 is also called SiLU, with its least value -0.278 at x = -1.278; beta = 0 gives x / 2,
    and a large beta approaches ReLU. Integers become float64.
    Source: Ramachandran, Zoph, Le 2017, arXiv:1710.05941.

    >>> swish([0.0, 2.0, -5000.0], beta=0.0).tolist()
    [0.0, 1.0, -2500.0]
    """
    x = np.asarray(x)
    wide = x.astype(np.float64)
    gated: Floats = wide * sigmoid(beta * wide)
    return gated.astype(x.dtype if x.dtype.kind == "f" else np.float64)


def _other_beta(rng: Generator, size: int) -> Arguments:
    return matrix(rng, size) | {"beta": float(rng.choice([0.25, 0.5, 1.5, 2.0, 3.0]))}


def _beta_zero(rng: Generator, size: int) -> Arguments:
    return vector(rng, size) | {"beta": 0.0}


def _large_beta(rng: Generator, size: int) -> Arguments:
    """Close to ReLU; the exponent is in the hundreds or thousands for both signs."""
    sides = rng.uniform(5, 9, (size, 2)) * np.array([1, -1])
    return {"x": sides, "beta": 100.0 * float(rng.integers(2, 9))}


def _plain(x: NDArray[np.generic], beta: float = 1.0) -> Floats:  # noqa: ARG001
    return swish(x)


def _outside(x: NDArray[np.generic], beta: float = 1.0) -> Floats:
    return np.asarray(beta * swish(x))


def _gate_alone(x: NDArray[np.generic], beta: float = 1.0) -> Floats:
    return sigmoid(beta * np.asarray(x, dtype=np.float64))


def _falling(x: NDArray[np.generic], beta: float = 1.0) -> Floats:
    return swish(x, -beta)


def _of_large_exponent(x: NDArray[np.generic], beta: float = 1.0) -> Floats:
    wide = np.asarray(x, dtype=np.float64)
    power = np.exp(beta * wide)
    return np.asarray(wide * power / (1 + power))


def _by_tanh(x: NDArray[np.generic], beta: float = 1.0) -> Floats:
    wide = np.asarray(x, dtype=np.float64)
    return np.asarray(0.5 * wide * (1 + np.tanh(0.5 * beta * wide)))


HIDDEN = Hidden(
    Exercise(
        name="swish",
        summary="Swish (SiLU where beta is 1) of every number of an array.",
        parameters=(
            Parameter("x", "array of any shape, floats or integers, all finite"),
            Parameter("beta", "factor inside the sigmoid, a number of at least 0", "1.0"),
        ),
        returns="array of x's shape; floats, and float64 where x holds integers",
        conventions=(
            "x may be as large as 5,000 or as small as -5,000; beta may be 0 or in the hundreds.",
            "Tiny answers keep their digits: swish(-50) is -9.6e-21, not 0.",
            "x may be empty, and comes back unchanged.",
        ),
        example=(("swish(np.array([0.0, np.log(3.0)]), 2.0)", "array([0.        , 0.98875106])"),),
    ),
    swish,
    families(
        Family(Category.BASIC, "another beta", _other_beta, 3),
        Family(Category.EDGE, "beta 0", _beta_zero),
        Family(Category.STABILITY, "a large beta", _large_beta),
        Family(Category.STABILITY, "far from 0 on both sides", far_out, 3),
        Family(Category.STABILITY, "far to the left, where answers are tiny", far_left),
    ),
    (
        Suspect("the argument `beta` is ignored", _plain),
        Suspect("beta stands before the product; it belongs inside the sigmoid", _outside),
        Suspect("this is the sigmoid alone; the factor x is missing", _gate_alone),
        Suspect("the sign of the exponent: this is x sigmoid(-beta x)", _falling),
        Suspect("exp(x) overflows for large x, and inf / inf is NaN", _of_large_exponent),
        Suspect("a difference from 1 (or a tanh near -1) loses the tiny answers", _by_tanh),
    ),
)
