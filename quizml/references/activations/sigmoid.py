"""The logistic sigmoid."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from quizml.model.exercises import Category, Exercise, Parameter
from quizml.references.activations._elementwise import families, far_left, far_out
from quizml.references.hidden import Arguments, Family, Hidden, Suspect

if TYPE_CHECKING:
    from numpy.random import Generator
    from numpy.typing import ArrayLike, NDArray

    Floats = NDArray[np.floating]


def sigmoid(x: ArrayLike) -> Floats:
    r"""Numbers between 0 and 1, of x's shape: $\sigma(x) = 1 / (1 + e^{-x})$.

    With e = exp(-|x|) it is 1 / (1 + e) for x >= 0 and e / (1 + e) for x < 0: the exponent is
    never above 0, so nothing overflows, and no difference of nearly equal numbers is taken, so
    tiny answers keep their digits. 1 at inf, 0 at -inf. Integers become float64.
    Source: Goodfellow, Bengio, Courville: Deep Learning (2016), section 3.10.

    >>> sigmoid([0.0, 1000.0, -np.inf]).tolist()
    [0.5, 1.0, 0.0]
    """
    x = np.asarray(x)
    wide = x.astype(np.float64)
    small = np.exp(-np.abs(wide))
    shares = np.where(wide >= 0, 1.0, small) / (1.0 + small)
    return shares.astype(x.dtype if x.dtype.kind == "f" else np.float64)


def _infinite(rng: Generator, size: int) -> Arguments:
    x = rng.normal(0, 3, (size + 1, 2))
    x[rng.integers(0, size + 1)] = np.inf, -np.inf
    return {"x": x}


def _single_precision_far_out(rng: Generator, size: int) -> Arguments:
    """Some of each sign: an answer below the least float32 is then as good as 0."""
    return {"x": (rng.uniform(100, 500, (size, 2)) * np.array([1, -1])).astype(np.float32)}


def _falling(x: NDArray[np.generic]) -> Floats:
    return sigmoid(-np.asarray(x, dtype=np.float64))


def _of_large_exponent(x: NDArray[np.generic]) -> Floats:
    power = np.exp(x)
    return np.asarray(power / (1 + power))


def _from_one(x: NDArray[np.generic]) -> Floats:
    return np.asarray(1 - _falling(x))


def _slope(x: NDArray[np.generic]) -> Floats:
    return sigmoid(x) * _falling(x)


def _shares_of_all(x: NDArray[np.generic]) -> Floats:
    power = np.exp(np.asarray(x, dtype=np.float64))
    return np.asarray(power / power.sum())


HIDDEN = Hidden(
    Exercise(
        name="sigmoid",
        summary="The logistic sigmoid of every number of an array.",
        parameters=(Parameter("x", "array of any shape, floats or integers"),),
        returns="array of x's shape; floats, and float64 where x holds integers",
        conventions=(
            "x may be as large as 5,000 or as small as -5,000, and may hold inf and -inf.",
            "Tiny answers keep their digits: sigmoid(-50) is 1.9e-22, not 0.",
            "x may be empty, and comes back unchanged.",
        ),
        example=(("sigmoid(np.array([0.0, np.log(3.0)]))", "array([0.5 , 0.75])"),),
    ),
    sigmoid,
    families(
        Family(Category.STABILITY, "far from 0 on both sides", far_out, 3),
        Family(Category.STABILITY, "float32, in the hundreds", _single_precision_far_out),
        Family(Category.STABILITY, "far to the left, where answers are tiny", far_left),
        Family(Category.STABILITY, "infinities", _infinite),
    ),
    (
        Suspect("the sign of the exponent: this is sigmoid(-x), which falls", _falling),
        Suspect("exp(x) overflows for large x, and inf / inf is NaN", _of_large_exponent),
        Suspect("a difference from 1 (or a tanh near -1) loses the tiny answers", _from_one),
        Suspect("this is the slope p (1 - p), not the sigmoid itself", _slope),
        Suspect("this is softmax: the numbers share one sum", _shares_of_all),
    ),
)
