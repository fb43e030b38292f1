"""Hard Swish."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from quizml.model.exercises import Category, Exercise, Parameter
from quizml.references.activations._elementwise import families, far_out
from quizml.references.activations.swish import swish
from quizml.references.hidden import Arguments, Family, Hidden, Suspect

if TYPE_CHECKING:
    from numpy.random import Generator
    from numpy.typing import ArrayLike, NDArray

    Floats = NDArray[np.floating]


def hswish(x: ArrayLike) -> Floats:
    r"""Swish without an exponential, of x's shape: $x \, \mathrm{ReLU6}(x + 3) / 6$.

    ReLU6 cuts off below 0 and above 6: so the answer is 0 for x <= -3, x itself for x >= 3, and
    x (x + 3) / 6 between them. The least value is -0.375 at x = -1.5. Integers become float64.
    Source: Howard et al. 2019, arXiv:1905.02244, section 5.2.

    >>> hswish([-1.5, 0.0, 1.0, 4.0]).tolist()
    [-0.375, 0.0, 0.6666666666666666, 4.0]
    """
    x = np.asarray(x)
    wide = x.astype(np.float64)
    gated: Floats = wide * np.clip(wide + 3.0, 0.0, 6.0) / 6.0
    return gated.astype(x.dtype if x.dtype.kind == "f" else np.float64)


def _each_part(rng: Generator, size: int) -> Arguments:
    """Numbers left of -3, between -3 and 3, and right of 3."""
    return {"x": rng.uniform([-8, -3, 3], [-3, 3, 8], (size, 3))}


def _at_the_joints(rng: Generator, size: int) -> Arguments:
    x = rng.normal(0, 3, (size, 3))
    x[:, :2] = -3.0, 3.0
    return {"x": x}


def _not_cut_above(x: NDArray[np.generic]) -> Floats:
    wide = np.asarray(x, dtype=np.float64)
    return np.asarray(wide * np.maximum(wide + 3, 0) / 6)


def _not_moved(x: NDArray[np.generic]) -> Floats:
    wide = np.asarray(x, dtype=np.float64)
    return np.asarray(wide * np.clip(wide, 0, 6) / 6)


def _gate_alone(x: NDArray[np.generic]) -> Floats:
    return np.clip(np.asarray(x, dtype=np.float64) + 3, 0, 6) / 6


def _fifths(x: NDArray[np.generic]) -> Floats:
    wide = np.asarray(x, dtype=np.float64)
    return np.asarray(wide * np.clip(0.2 * wide + 0.5, 0, 1))


def _whole_sixths(x: NDArray[np.generic]) -> Floats:
    wide = np.asarray(x, dtype=np.float64)
    return np.asarray(wide * (np.clip(wide + 3, 0, 6) // 6))


HIDDEN = Hidden(
    Exercise(
        name="hswish",
        summary="Hard Swish, x ReLU6(x + 3) / 6, of every number of an array.",
        parameters=(Parameter("x", "array of any shape, floats or integers, all finite"),),
        returns="array of x's shape; floats, and float64 where x holds integers",
        conventions=(
            "ReLU6(z) is min(max(z, 0), 6).",
            "x may be as large as 5,000 or as small as -5,000.",
            "x may be empty, and comes back unchanged.",
        ),
        example=(("hswish(np.array([-1.5, 0.0, 4.0]))", "array([-0.375,  0.   ,  4.   ])"),),
    ),
    hswish,
    families(
        Family(Category.BASIC, "numbers in each of the three parts", _each_part, 4),
        Family(Category.BASIC, "exactly at -3 and 3", _at_the_joints),
        Family(Category.STABILITY, "far from 0 on both sides", far_out),
    ),
    (
        Suspect("this is Swish itself, with an exponential", swish),
        Suspect("the sum is not cut off at 6", _not_cut_above),
        Suspect("ReLU6 of x; 3 has to be added first", _not_moved),
        Suspect("this is the gate alone; the factor x is missing", _gate_alone),
        Suspect("0.2 x + 0.5 is the older hard sigmoid of Keras; here it is x/6 + 1/2", _fifths),
        Suspect("// where / is meant", _whole_sixths),
    ),
)
