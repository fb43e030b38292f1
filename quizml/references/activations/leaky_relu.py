"""Leaky ReLU."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from quizml.model.exercises import Category, Exercise, Parameter
from quizml.references.activations._elementwise import families, far_out, matrix, vector
from quizml.references.hidden import Arguments, Family, Hidden, Suspect

if TYPE_CHECKING:
    from numpy.random import Generator
    from numpy.typing import ArrayLike, NDArray

    Array = NDArray[Any]
    Floats = NDArray[np.floating]


def leaky_relu(x: ArrayLike, negative_slope: float = 0.01) -> Floats:
    r"""Numbers of which the negative ones are scaled, of x's shape: x if x > 0, else slope x.

    A slope of 0 is ReLU, one of 1 changes nothing; it may be greater than 1 or negative, where
    max(x, slope x) would take the wrong one. Integers become float64.
    Source: Maas, Hannun, Ng 2013, Rectifier Nonlinearities Improve Neural Network Acoustic Models.

    >>> leaky_relu([-2.0, 0.0, 3.0], negative_slope=0.25).tolist()
    [-0.5, 0.0, 3.0]
    """
    x = np.asarray(x)
    wide = x.astype(np.float64)
    scaled = np.where(wide > 0, wide, negative_slope * wide)
    return scaled.astype(x.dtype if x.dtype.kind == "f" else np.float64)


def _other_slope(rng: Generator, size: int) -> Arguments:
    return matrix(rng, size) | {"negative_slope": float(rng.choice([0.1, 0.2, 0.25, 0.3]))}


def _no_slope(rng: Generator, size: int) -> Arguments:
    return vector(rng, size) | {"negative_slope": 0.0}


def _steep(rng: Generator, size: int) -> Arguments:
    return vector(rng, size) | {"negative_slope": float(rng.choice([1.5, 2.0, 3.0]))}


def _rising_leftwards(rng: Generator, size: int) -> Arguments:
    return vector(rng, size) | {"negative_slope": -float(rng.choice([0.5, 1.0, 2.0]))}


def _default_slope(x: Array, negative_slope: float = 0.01) -> Floats:  # noqa: ARG001
    return leaky_relu(x)


def _plain(x: Array, negative_slope: float = 0.01) -> Floats:  # noqa: ARG001
    return leaky_relu(x, 0.0)


def _larger(x: Array, negative_slope: float = 0.01) -> Floats:
    wide = np.asarray(x, dtype=np.float64)
    return np.asarray(np.maximum(wide, negative_slope * wide))


def _other_side(x: Array, negative_slope: float = 0.01) -> Floats:
    wide = np.asarray(x, dtype=np.float64)
    return np.asarray(np.where(wide > 0, negative_slope * wide, wide))


def _slope_itself(x: Array, negative_slope: float = 0.01) -> Floats:
    wide = np.asarray(x, dtype=np.float64)
    return np.asarray(np.where(wide > 0, wide, negative_slope))


def _derivative(x: Array, negative_slope: float = 0.01) -> Floats:
    return np.asarray(np.where(x > 0, 1.0, negative_slope))


HIDDEN = Hidden(
    Exercise(
        name="leaky_relu",
        summary="Leaky ReLU: negative numbers are multiplied by a small slope.",
        parameters=(
            Parameter("x", "array of any shape, floats or integers, all finite"),
            Parameter("negative_slope", "what numbers below 0 are multiplied by", "0.01"),
        ),
        returns="array of x's shape; floats, and float64 where x holds integers",
        conventions=(
            "The slope may be any finite number: 0, greater than 1, or negative, too.",
            "x may be as large as 5,000 or as small as -5,000.",
            "x may be empty, and comes back unchanged.",
        ),
        example=(("leaky_relu(np.array([-2.0, 3.0]), 0.25)", "array([-0.5,  3. ])"),),
    ),
    leaky_relu,
    families(
        Family(Category.BASIC, "another slope", _other_slope, 3),
        Family(Category.EDGE, "slope 0", _no_slope),
        Family(Category.EDGE, "a slope above 1", _steep),
        Family(Category.EDGE, "a slope below 0", _rising_leftwards),
        Family(Category.STABILITY, "far from 0 on both sides", far_out),
    ),
    (
        Suspect("the argument `negative_slope` is ignored", _default_slope),
        Suspect("this is ReLU: negative numbers become 0", _plain),
        Suspect("max(x, slope x) holds for slopes from 0 to 1 only", _larger),
        Suspect("the positive numbers are scaled instead of the negative ones", _other_side),
        Suspect("negative numbers become the slope, not the slope times x", _slope_itself),
        Suspect("this is the derivative, not the function", _derivative),
    ),
)
