"""The gradient of softmax."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from quizml.model.exercises import Category, Exercise, Parameter
from quizml.references.activations.softmax import softmax
from quizml.references.hidden import Arguments, Family, Hidden, Suspect

if TYPE_CHECKING:
    from numpy.random import Generator
    from numpy.typing import ArrayLike, NDArray

    Array = NDArray[Any]
    Floats = NDArray[np.floating]


def softmax_backward(dout: ArrayLike, p: ArrayLike, axis: int = -1) -> Floats:
    r"""Gradient of a loss with respect to softmax's scores: $p_i (g_i - \sum_j g_j p_j)$.

    p is what softmax returned along `axis`, g = dout of the same shape the gradient with respect
    to p. The Jacobian is dp_i/dx_j = p_i (1[i = j] - p_j), symmetric; its product with g needs
    only one sum along the axis, O(n) in place of O(n^2). The answer sums to 0 along the axis, and
    is 0 where p is 0 or 1.
    Source: Goodfellow, Bengio, Courville: Deep Learning (2016), section 6.5 (chain rule).

    >>> softmax_backward([1.0, 0.0], [0.5, 0.5]).tolist()
    [0.25, -0.25]
    """
    p = np.asarray(p)
    shares = p.astype(np.float64)
    weighted = np.asarray(dout, dtype=np.float64) * shares
    gradient: Floats = weighted - shares * weighted.sum(axis=axis, keepdims=True)
    return gradient.astype(p.dtype)


def _drawn(rng: Generator, shape: tuple[int, ...], axis: int | None = None) -> Arguments:
    shares = softmax(rng.normal(0, 1.5, shape), -1 if axis is None else axis)
    drawn: Arguments = {"dout": rng.normal(0, 1, shape), "p": shares}
    return drawn if axis is None else drawn | {"axis": axis}


def _vector(rng: Generator, size: int) -> Arguments:
    return _drawn(rng, (size + 1,))


def _rows(rng: Generator, size: int) -> Arguments:
    return _drawn(rng, (size + 1, size + 2))


def _first_axis(rng: Generator, size: int) -> Arguments:
    return _drawn(rng, (size + 1, size), 0)


def _either_axis(rng: Generator, size: int) -> Arguments:
    return _drawn(rng, (size + 1, size + 1), int(rng.integers(-2, 2)))


def _axis_of_block(rng: Generator, size: int) -> Arguments:
    return _drawn(rng, (2, size + 1, size), int(rng.choice([0, 1, -2])))


def _single_precision(rng: Generator, size: int) -> Arguments:
    return {name: value.astype(np.float32) for name, value in _rows(rng, size).items()}


def _integers(rng: Generator, size: int) -> Arguments:
    drawn = _rows(rng, size)
    return drawn | {"dout": rng.integers(-3, 4, drawn["p"].shape)}


def _no_rows(rng: Generator, size: int) -> Arguments:
    return _drawn(rng, (0, size + 1))


def _one_entry(rng: Generator, size: int) -> Arguments:
    return _drawn(rng, (size, 1))


def _one_score_counts(rng: Generator, size: int) -> Arguments:
    """As of cross-entropy: the gradient is not 0 at one entry of each row only."""
    drawn = _rows(rng, size)
    places = rng.integers(0, size + 2, (size + 1, 1))
    return drawn | {"dout": np.where(np.arange(size + 2) == places, drawn["dout"], 0.0)}


def _saturated(rng: Generator, size: int) -> Arguments:
    """Some rows with all shares 0 but one."""
    drawn = _drawn(rng, (2 * size, size + 2))
    drawn["p"][::2] = np.eye(size + 2)[rng.integers(0, size + 2, size)]
    return drawn


def _large_common_part(rng: Generator, size: int) -> Arguments:
    drawn = _rows(rng, size)
    return drawn | {"dout": drawn["dout"] + 1000.0 * rng.integers(1, 5)}


def _many(rng: Generator, size: int) -> Arguments:
    return _drawn(rng, (10 * size, 40 * size))


def _are_shares(arguments: Arguments) -> bool:
    sums = arguments["p"].sum(axis=arguments.get("axis", -1), dtype=np.float64)
    return bool(np.all(np.abs(sums - 1) < 1e-6))


def _diagonal(dout: Array, p: Array, axis: int = -1) -> Floats:  # noqa: ARG001
    return np.asarray(dout * p * (1 - p))


def _over_everything(dout: Array, p: Array, axis: int = -1) -> Floats:  # noqa: ARG001
    return np.asarray(p * (dout - (dout * p).sum()))


def _unweighted(dout: Array, p: Array, axis: int = -1) -> Floats:
    return np.asarray(p * (dout - dout.sum(axis=axis, keepdims=True)))


def _of_logarithms(dout: Array, p: Array, axis: int = -1) -> Floats:
    return np.asarray(dout - p * dout.sum(axis=axis, keepdims=True))


def _of_cross_entropy(dout: Array, p: Array, axis: int = -1) -> Floats:  # noqa: ARG001
    return np.asarray(p - dout)


def _default_axis(dout: Array, p: Array, axis: int = -1) -> Floats:  # noqa: ARG001
    return softmax_backward(dout, p)


HIDDEN = Hidden(
    Exercise(
        name="softmax_backward",
        summary="The gradient with respect to softmax's scores, from that of its output.",
        parameters=(
            Parameter("dout", "gradient of the loss with respect to p, an array of p's shape"),
            Parameter("p", "what softmax returned: floats that sum to 1 along the axis"),
            Parameter("axis", "the axis along which softmax was taken", "-1"),
        ),
        returns="array of p's shape, floats: the gradient with respect to softmax's input",
        conventions=(
            "p may hold exact zeros and ones; dout may hold integers.",
            "There may be no rows; dout and p come back unchanged.",
            "O(n) for n scores along the axis will do: no n-by-n Jacobian is needed.",
        ),
        example=(
            (
                "softmax_backward(np.array([4.0, 0.0, 0.0]), np.array([0.5, 0.25, 0.25]))",
                "array([ 1. , -0.5, -0.5])",
            ),
        ),
    ),
    softmax_backward,
    (
        Family(Category.BASIC, "a vector", _vector),
        Family(Category.BASIC, "a matrix, row by row", _rows),
        Family(Category.SHAPE, "a matrix along its first axis", _first_axis),
        Family(Category.SHAPE, "a square matrix along either axis", _either_axis, 4),
        Family(Category.SHAPE, "three dimensions", _axis_of_block, 3),
        Family(Category.DTYPE, "float32", _single_precision),
        Family(Category.DTYPE, "integer gradients", _integers),
        Family(Category.EDGE, "no rows", _no_rows, 1),
        Family(Category.EDGE, "one entry along the axis", _one_entry, 1),
        Family(Category.EDGE, "a gradient at one entry of each row", _one_score_counts),
        Family(Category.STABILITY, "shares of exactly 0 and 1", _saturated),
        Family(Category.STABILITY, "gradients with a large common part", _large_common_part),
        Family(Category.ALIASING, "the inputs stay as they were", _rows),
        Family(Category.LARGE, "many rows of many scores", _many, 1),
    ),
    (
        Suspect("the argument `axis` is ignored", _default_axis),
        Suspect("only the Jacobian's diagonal p (1 - p), as of a sigmoid", _diagonal),
        Suspect("the sum runs over the whole array instead of along the axis", _over_everything),
        Suspect("the sum of dout is not weighted by p", _unweighted),
        Suspect("this is the gradient of log-softmax", _of_logarithms),
        Suspect("p - y holds for softmax with cross-entropy; dout is no label", _of_cross_entropy),
    ),
    fair=_are_shares,
)
