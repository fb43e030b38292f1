"""The Gaussian error linear unit."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from quizml.model.exercises import Category, Exercise, Parameter
from quizml.references.activations._elementwise import families, far_out, matrix, vector
from quizml.references.activations.sigmoid import sigmoid
from quizml.references.activations.swish import swish
from quizml.references.hidden import Arguments, Family, Hidden, Suspect

if TYPE_CHECKING:
    from numpy.random import Generator
    from numpy.typing import ArrayLike, NDArray

    Array = NDArray[Any]
    Floats = NDArray[np.floating]


def gelu(x: ArrayLike, approximate: str = "none") -> Floats:
    r"""Numbers weighted by the normal distribution below them, of x's shape: $x \Phi(x)$.

    Phi(x) = (1 + erf(x / sqrt 2)) / 2 = erfc(-x / sqrt 2) / 2 is the standard normal distribution
    function. With approximate="tanh" it is replaced by
    (1 + tanh(sqrt(2 / pi) (x + 0.044715 x^3))) / 2, which changes no answer by more than 0.0005.
    The least value is -0.170 at x = -0.752. Integers become float64.
    Source: Hendrycks, Gimpel 2016, arXiv:1606.08415, section 2.

    >>> gelu([-1.0, 0.0, 1.0]).round(4).tolist()
    [-0.1587, 0.0, 0.8413]
    >>> gelu([-1.0, 0.0, 1.0], approximate="tanh").round(4).tolist()
    [-0.1588, 0.0, 0.8412]
    """
    from math import erfc  # noqa: PLC0415

    x = np.asarray(x)
    wide = x.astype(np.float64)
    if approximate == "tanh":
        share = 0.5 * (1.0 + np.tanh(np.sqrt(2.0 / np.pi) * (wide + 0.044715 * wide**3)))
    else:
        tails = [erfc(value) for value in (-wide / np.sqrt(2.0)).ravel().tolist()]
        share = 0.5 * np.array(tails).reshape(x.shape)
    return np.asarray(wide * share, dtype=x.dtype if x.dtype.kind == "f" else np.float64)


def _by_tanh(rng: Generator, size: int) -> Arguments:
    return matrix(rng, size) | {"approximate": "tanh"}


def _said_outright(rng: Generator, size: int) -> Arguments:
    return vector(rng, size) | {"approximate": "none"}


def _integers_by_tanh(rng: Generator, size: int) -> Arguments:
    return {"x": rng.integers(-4, 5, (size, size + 2)), "approximate": "tanh"}


def _far_out_by_tanh(rng: Generator, size: int) -> Arguments:
    return far_out(rng, size) | {"approximate": "tanh"}


def _exact_only(x: Array, approximate: str = "none") -> Floats:  # noqa: ARG001
    return gelu(x)


def _tanh_only(x: Array, approximate: str = "none") -> Floats:  # noqa: ARG001
    return gelu(x, "tanh")


def _unscaled(x: Array, approximate: str = "none") -> Floats:
    """With erf(x) for erf(x / sqrt 2)."""
    wide = np.asarray(x, dtype=np.float64)
    return np.asarray(gelu(wide * np.sqrt(2.0), approximate) / np.sqrt(2.0))


def _swish(x: Array, approximate: str = "none") -> Floats:  # noqa: ARG001
    return swish(x)


def _by_sigmoid(x: Array, approximate: str = "none") -> Floats:  # noqa: ARG001
    wide = np.asarray(x, dtype=np.float64)
    return np.asarray(wide * sigmoid(1.702 * wide))


def _of_square(x: Array, approximate: str = "none") -> Floats:
    wide = np.asarray(x, dtype=np.float64)
    inner = np.sqrt(2.0 / np.pi) * (wide + 0.044715 * wide**2)
    return np.asarray(0.5 * wide * (1 + np.tanh(inner))) if approximate == "tanh" else gelu(x)


HIDDEN = Hidden(
    Exercise(
        name="gelu",
        summary="GELU, x Phi(x), of every number of an array; exactly, or approximated by tanh.",
        parameters=(
            Parameter("x", "array of any shape, floats or integers, all finite"),
            Parameter("approximate", "'none' for the exact function, or 'tanh'", "'none'"),
        ),
        returns="array of x's shape; floats, and float64 where x holds integers",
        conventions=(
            "Phi is the standard normal distribution function, (1 + erf(x / sqrt 2)) / 2.",
            "With 'tanh' it is (1 + tanh(sqrt(2 / pi) (x + 0.044715 x^3))) / 2.",
            "NumPy has no erf; math.erf takes one number at a time, and SciPy is not at hand.",
            "x may be as large as 5,000 or as small as -5,000.",
            "x may be empty, and comes back unchanged.",
        ),
        example=(
            ("gelu(np.array([-1.0, 0.0, 3.0]))", "array([-0.15865525,  0.        ,  2.99595031])"),
        ),
    ),
    gelu,
    families(
        Family(Category.BASIC, "exactly, said outright", _said_outright),
        Family(Category.BASIC, "approximated by tanh", _by_tanh, 3),
        Family(Category.DTYPE, "integers, approximated", _integers_by_tanh),
        Family(Category.STABILITY, "far from 0 on both sides", far_out),
        Family(Category.STABILITY, "far from 0, approximated", _far_out_by_tanh),
    ),
    (
        Suspect("the argument `approximate` is ignored: always exact", _exact_only),
        Suspect("the argument `approximate` is ignored: always by tanh", _tanh_only),
        Suspect("erf takes x / sqrt(2), not x", _unscaled),
        Suspect("this is Swish: x sigmoid(x)", _swish),
        Suspect("x sigmoid(1.702 x) is another approximation, a coarser one", _by_sigmoid),
        Suspect("the cubic term has the wrong power", _of_square),
    ),
)
