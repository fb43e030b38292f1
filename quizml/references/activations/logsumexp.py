"""The logarithm of a sum of exponentials."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from quizml.model.exercises import Category, Exercise, Parameter
from quizml.references.activations._along_axis import families
from quizml.references.hidden import Arguments, Family, Hidden, Suspect

if TYPE_CHECKING:
    from numpy.random import Generator
    from numpy.typing import ArrayLike, NDArray

    Array = NDArray[Any]
    Floats = NDArray[np.floating]


def logsumexp(x: ArrayLike, axis: int = -1, keepdims: bool = False) -> Floats:
    r"""Logarithms of sums of exponentials along `axis`: $m + \ln \sum_j e^{x_j - m}$.

    m is the largest entry along the axis; the exponentials are at most 1 and one of them is 1, so
    nothing overflows and the logarithm is never that of 0. Where every entry is -inf, m is taken
    as 0 and the answer is -inf, as -inf - (-inf) would be NaN. The axis goes, or stays with length
    1 if `keepdims`. Integers become float64.
    Source: Blanchard, Higham, Higham 2021, IMA Journal of Numerical Analysis 41(4).

    >>> logsumexp([[1000.0, 1000.0], [-np.inf, -np.inf]]).round(4).tolist()
    [1000.6931, -inf]
    """
    x = np.asarray(x)
    wide = x.astype(np.float64)
    largest = wide.max(axis=axis, keepdims=True)
    largest = np.where(np.isneginf(largest), 0.0, largest)
    with np.errstate(divide="ignore"):
        logarithms = largest + np.log(np.exp(wide - largest).sum(axis=axis, keepdims=True))
    if not keepdims:
        logarithms = logarithms.squeeze(axis=axis)
    return np.asarray(logarithms, dtype=x.dtype if x.dtype.kind == "f" else np.float64)


def _kept(rng: Generator, size: int) -> Arguments:
    x = rng.normal(0, 2, (size + 1, size + 1))
    return {"x": x, "axis": int(rng.integers(0, 2)), "keepdims": True}


def _all_masked(rng: Generator, size: int) -> Arguments:
    x = rng.normal(0, 2, (size + 1, 3))
    x[rng.integers(0, size + 1)] = -np.inf
    return {"x": x}


def _one_entry(rng: Generator, size: int) -> Arguments:
    return {"x": rng.normal(0, 2, (size, 1))}


def _log_probabilities(rng: Generator, size: int) -> Arguments:
    """Logarithms of probabilities that are too small for a float."""
    return {"x": rng.uniform(-3000, -800, (size + 1, 3))}


def _unshifted(x: Array, axis: int = -1, keepdims: bool = False) -> Floats:
    return np.asarray(np.log(np.exp(x).sum(axis=axis, keepdims=keepdims)))


def _shift_kept(x: Array, axis: int = -1, keepdims: bool = False) -> Floats:
    shifted = x - x.max(axis=axis, keepdims=True)
    return _unshifted(shifted, axis, keepdims)


def _one_maximum(x: Array, axis: int = -1, keepdims: bool = False) -> Floats:
    return np.asarray(x.max() + _unshifted(x - x.max(), axis, keepdims))


def _minus_infinities(x: Array, axis: int = -1, keepdims: bool = False) -> Floats:
    return np.asarray(x.max(axis=axis, keepdims=keepdims) + _shift_kept(x, axis, keepdims))


def _default_axis(x: Array, axis: int = -1, keepdims: bool = False) -> Floats:  # noqa: ARG001
    return logsumexp(x, -1, keepdims)


def _largest(x: Array, axis: int = -1, keepdims: bool = False) -> Floats:
    return np.asarray(x.max(axis=axis, keepdims=keepdims), dtype=np.float64)


HIDDEN = Hidden(
    Exercise(
        name="logsumexp",
        summary="The logarithm of the sum of exponentials along an axis.",
        parameters=(
            Parameter("x", "array of any shape, floats or integers"),
            Parameter("axis", "the axis that is summed over", "-1"),
            Parameter("keepdims", "whether that axis stays, with length 1", "False"),
        ),
        returns="array of x's shape without that axis; floats, and float64 for integers",
        conventions=(
            "The natural logarithm.",
            "Entries may be as large as 5,000 or as small as -5,000.",
            "x may hold -inf (not inf); where there is nothing else, the answer is -inf.",
            "There is at least one entry along the axis; there may be no rows.",
            "x comes back unchanged.",
        ),
        example=(
            (
                "logsumexp(np.array([[0.0, 0.0], [-np.inf, 3.0]]))",
                "array([0.69314718, 3.        ])",
            ),
        ),
    ),
    logsumexp,
    families(
        Family(Category.SHAPE, "the axis is kept", _kept, 3),
        Family(Category.EDGE, "one entry along the axis", _one_entry, 1),
        Family(Category.EDGE, "-inf alone along the axis", _all_masked),
        Family(Category.STABILITY, "probabilities that underflow", _log_probabilities),
    ),
    (
        Suspect("the maximum was subtracted, but not added to the logarithm again", _shift_kept),
        Suspect("one maximum for the whole array instead of one along the axis", _one_maximum),
        Suspect("the maximum is not subtracted before the exponential", _unshifted),
        Suspect("-inf - (-inf) is NaN; the shift has to be finite", _minus_infinities),
        Suspect("the argument `axis` is ignored", _default_axis),
        Suspect("this is the maximum, which the sum's logarithm only comes near to", _largest),
    ),
)
