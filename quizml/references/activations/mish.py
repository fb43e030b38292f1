"""Mish."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from quizml.model.exercises import Category, Exercise, Parameter
from quizml.references.activations._elementwise import families, far_left, far_out
from quizml.references.activations.swish import swish
from quizml.references.hidden import Family, Hidden, Suspect

if TYPE_CHECKING:
    from numpy.typing import ArrayLike, NDArray

    Floats = NDArray[np.floating]


def mish(x: ArrayLike) -> Floats:
    r"""Numbers weighted by the tanh of their softplus, of x's shape: $x \tanh(\ln(1 + e^x))$.

    Softplus is taken as max(x, 0) + ln(1 + e^{-|x|}) with `log1p`: nothing overflows, and for very
    negative x, where 1 + e^x would round to 1, it still is e^x. The least value is -0.309 at
    x = -1.192. Integers become float64.
    Source: Misra 2019, arXiv:1908.08681, equation 1.

    >>> mish([0.0, 5000.0, -5000.0]).tolist()
    [0.0, 5000.0, -0.0]
    """
    x = np.asarray(x)
    wide = x.astype(np.float64)
    softplus = np.maximum(wide, 0.0) + np.log1p(np.exp(-np.abs(wide)))
    gated: Floats = wide * np.tanh(softplus)
    return gated.astype(x.dtype if x.dtype.kind == "f" else np.float64)


def _rounded_to_one(x: NDArray[np.generic]) -> Floats:
    wide = np.asarray(x, dtype=np.float64)
    return np.asarray(wide * np.tanh(np.log(1 + np.exp(np.minimum(wide, 700)))))


def _squared(x: NDArray[np.generic]) -> Floats:
    wide = np.asarray(x, dtype=np.float64)
    share = np.exp(wide) * (np.exp(wide) + 2)
    return np.asarray(wide * share / (share + 2))


def _gate_alone(x: NDArray[np.generic]) -> Floats:
    wide = np.asarray(x, dtype=np.float64)
    return np.asarray(np.tanh(np.logaddexp(0, wide)))


def _tanh_alone(x: NDArray[np.generic]) -> Floats:
    wide = np.asarray(x, dtype=np.float64)
    return np.asarray(wide * np.tanh(wide))


HIDDEN = Hidden(
    Exercise(
        name="mish",
        summary="Mish, x tanh(softplus(x)), of every number of an array.",
        parameters=(Parameter("x", "array of any shape, floats or integers, all finite"),),
        returns="array of x's shape; floats, and float64 where x holds integers",
        conventions=(
            "softplus(x) is ln(1 + e^x), the natural logarithm.",
            "x may be as large as 5,000 or as small as -5,000.",
            "Tiny answers keep their digits: mish(-50) is -9.6e-21, not 0.",
            "x may be empty, and comes back unchanged.",
        ),
        example=(("mish(np.array([0.0, np.log(2.0)]))", "array([0.        , 0.55451774])"),),
    ),
    mish,
    families(
        Family(Category.STABILITY, "far from 0 on both sides", far_out, 4),
        Family(Category.STABILITY, "far to the left, where answers are tiny", far_left, 4),
    ),
    (
        Suspect("this is Swish: the gate is sigmoid(x), not tanh(softplus(x))", swish),
        Suspect("tanh of x itself; softplus comes first", _tanh_alone),
        Suspect("this is the gate alone; the factor x is missing", _gate_alone),
        Suspect("1 + e^x rounds to 1 for very negative x (np.log1p does not)", _rounded_to_one),
        Suspect("e^x overflows for large x, and inf / inf is NaN", _squared),
    ),
)
