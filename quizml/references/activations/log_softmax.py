"""The logarithm of softmax."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from quizml.model.exercises import Category, Exercise, Parameter
from quizml.references.activations._along_axis import families
from quizml.references.activations.softmax import softmax
from quizml.references.hidden import Arguments, Family, Hidden, Suspect

if TYPE_CHECKING:
    from numpy.random import Generator
    from numpy.typing import ArrayLike, NDArray

    Floats = NDArray[np.floating]


def log_softmax(x: ArrayLike, axis: int = -1) -> Floats:
    r"""Logarithms of softmax's shares, of x's shape: $x_i - m - \ln \sum_j e^{x_j - m}$.

    m is the largest entry along the axis, so the sum is at least 1 and its logarithm finite; no
    share is ever formed that could underflow to 0. An entry of -inf stays -inf. Integers become
    float64; no rows, no logarithms.
    Source: Goodfellow, Bengio, Courville: Deep Learning (2016), section 6.2.2.3.

    >>> log_softmax([[5000.0, 0.0], [0.0, -np.inf]]).tolist()
    [[0.0, -5000.0], [0.0, -inf]]
    """
    x = np.asarray(x)
    wide = x.astype(np.float64)
    shifted = wide - wide.max(axis=axis, keepdims=True)
    logarithms: Floats = shifted - np.log(np.exp(shifted).sum(axis=axis, keepdims=True))
    return logarithms.astype(x.dtype if x.dtype.kind == "f" else np.float64)


def _wide_gaps(rng: Generator, size: int) -> Arguments:
    """Shares that underflow to 0, though their logarithms are ordinary numbers."""
    gaps = rng.uniform(-4000, -900, (size, 2))
    return {"x": np.concatenate([rng.normal(0, 2, (size, 2)), gaps], axis=1)}


def _log_of_shares(x: NDArray[np.generic], axis: int = -1) -> Floats:
    return np.asarray(np.log(softmax(x, axis)))


def _guarded(x: NDArray[np.generic], axis: int = -1) -> Floats:
    return np.asarray(np.log(np.maximum(softmax(x, axis), 1e-12)))


def _unshifted(x: NDArray[np.generic], axis: int = -1) -> Floats:
    return np.asarray(x - np.log(np.exp(x).sum(axis=axis, keepdims=True)))


def _one_maximum(x: NDArray[np.generic], axis: int = -1) -> Floats:
    return _unshifted(x - x.max(), axis)


def _over_everything(x: NDArray[np.generic], axis: int = -1) -> Floats:  # noqa: ARG001
    return log_softmax(np.ravel(x)).reshape(x.shape)


def _default_axis(x: NDArray[np.generic], axis: int = -1) -> Floats:  # noqa: ARG001
    return log_softmax(x)


HIDDEN = Hidden(
    Exercise(
        name="log_softmax",
        summary="The logarithm of softmax along an axis, without forming the shares.",
        parameters=(
            Parameter("x", "array of any shape, floats or integers"),
            Parameter("axis", "the axis along which softmax's shares sum to 1", "-1"),
        ),
        returns="array of x's shape; floats, and float64 where x holds integers",
        conventions=(
            "The natural logarithm.",
            "Scores may be as large as 5,000 or as small as -5,000, even in one row.",
            "Where a share is too small for a float, its logarithm is still asked for.",
            "A score of -inf (a masked position) gives -inf.",
            "x may have no rows, and comes back unchanged.",
        ),
        example=(("log_softmax(np.array([1000.0, 0.0, 0.0]))", "array([    0., -1000., -1000.])"),),
    ),
    log_softmax,
    families(Family(Category.STABILITY, "scores thousands apart in one row", _wide_gaps)),
    (
        Suspect("the logarithm of a share that underflowed to 0", _log_of_shares),
        Suspect("a small constant under the logarithm cuts off what is below it", _guarded),
        Suspect("the maximum is not subtracted before the exponential", _unshifted),
        Suspect("one maximum for the whole array instead of one along the axis", _one_maximum),
        Suspect("the sum runs over the whole array instead of along the axis", _over_everything),
        Suspect("the argument `axis` is ignored", _default_axis),
    ),
)
