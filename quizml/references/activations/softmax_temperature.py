"""Softmax with a temperature."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from quizml.model.exercises import Category, Exercise, Parameter
from quizml.references.activations._along_axis import families, rows
from quizml.references.activations.softmax import softmax
from quizml.references.hidden import Arguments, Family, Hidden, Suspect

if TYPE_CHECKING:
    from numpy.random import Generator
    from numpy.typing import ArrayLike, NDArray

    Array = NDArray[Any]
    Floats = NDArray[np.floating]


def softmax_temperature(x: ArrayLike, temperature: float = 1.0, axis: int = -1) -> Floats:
    r"""Shares of one along `axis`, of x's shape: $p_i = e^{x_i / T} / \sum_j e^{x_j / T}$.

    A temperature T above 1 brings the shares together (all equal in the limit), one below 1 sets
    them apart (the largest takes all); T = 1 is softmax. The scores are divided first and the
    largest is subtracted then, so a small T overflows nothing. An entry of -inf gets the share 0.
    Integers become float64; no rows, no shares.
    Source: Hinton, Vinyals, Dean 2015, arXiv:1503.02531, equation 1.

    >>> softmax_temperature([100.0, 10.0, 1.0], 50.0).round(3).tolist()
    [0.767, 0.127, 0.106]
    """
    x = np.asarray(x)
    shares = softmax(x.astype(np.float64) / temperature, axis)
    return shares.astype(x.dtype if x.dtype.kind == "f" else np.float64)


def _warm(rng: Generator, size: int) -> Arguments:
    return rows(rng, size) | {"temperature": float(rng.choice([2.0, 3.0, 4.0, 10.0]))}


def _cool(rng: Generator, size: int) -> Arguments:
    return rows(rng, size) | {"temperature": float(rng.choice([0.25, 0.4, 0.5]))}


def _warm_columns(rng: Generator, size: int) -> Arguments:
    x = rng.normal(0, 2, (size + 1, size + 1))
    return {"x": x, "temperature": float(rng.uniform(2, 9)), "axis": 0}


def _warm_integers(rng: Generator, size: int) -> Arguments:
    """A whole-number temperature, too: // and integer arrays show."""
    return {"x": rng.integers(-9, 10, (size, size + 2)), "temperature": int(rng.integers(2, 5))}


def _nearly_equal_shares(rng: Generator, size: int) -> Arguments:
    return rows(rng, size) | {"temperature": float(rng.choice([1e3, 1e4]))}


def _one_entry(rng: Generator, size: int) -> Arguments:
    return {"x": rng.normal(0, 2, (size, 1)), "temperature": 2.0}


def _cold(rng: Generator, size: int) -> Arguments:
    """Quotients in the thousands; the two best scores of a row are a thousandth or two apart."""
    x = rng.normal(0, 2, (size, 3))
    x[:, 0] = x.max(axis=1) + rng.uniform(1e-3, 2e-3, size)
    return {"x": np.roll(x, 1, axis=1), "temperature": 1e-3}


def _hot_and_far_apart(rng: Generator, size: int) -> Arguments:
    """At T = 1 all shares but one would be 0, as with a teacher that is sure of itself."""
    return {"x": rng.uniform(0, 4000, (size, 3)), "temperature": float(rng.uniform(500, 2000))}


def _times(x: Array, temperature: float = 1.0, axis: int = -1) -> Floats:
    return softmax(np.asarray(x, dtype=np.float64) * temperature, axis)


def _plain(x: Array, temperature: float = 1.0, axis: int = -1) -> Floats:  # noqa: ARG001
    return softmax(x, axis)


def _of_shares(x: Array, temperature: float = 1.0, axis: int = -1) -> Floats:
    return softmax(x, axis) / temperature


def _whole_quotients(x: Array, temperature: float = 1.0, axis: int = -1) -> Floats:
    return softmax(np.asarray(x, dtype=np.float64) // temperature, axis)


def _unshifted(x: Array, temperature: float = 1.0, axis: int = -1) -> Floats:
    exponentials = np.exp(x / temperature)
    return np.asarray(exponentials / exponentials.sum(axis=axis, keepdims=True))


def _powers(x: Array, temperature: float = 1.0, axis: int = -1) -> Floats:
    raised = softmax(x, axis) ** (1 / temperature)
    return np.asarray(raised / raised.sum(axis=axis, keepdims=True))


def _default_axis(x: Array, temperature: float = 1.0, axis: int = -1) -> Floats:  # noqa: ARG001
    return softmax_temperature(x, temperature)


HIDDEN = Hidden(
    Exercise(
        name="softmax_temperature",
        summary="Softmax of scores divided by a temperature, along an axis.",
        parameters=(
            Parameter("x", "array of any shape, floats or integers"),
            Parameter("temperature", "what the scores are divided by; a number above 0", "1.0"),
            Parameter("axis", "the axis along which the shares sum to 1", "-1"),
        ),
        returns="array of x's shape; floats, and float64 where x holds integers",
        conventions=(
            "Scores may be as large as 5,000 or as small as -5,000, even in one row.",
            "The temperature may be as low as 0.001 or in the thousands; it may be an int.",
            "A score of -inf (a masked position) gets the share 0.",
            "x may have no rows, and comes back unchanged.",
        ),
        example=(
            ("softmax_temperature(np.array([0.0, np.log(9.0)]), 2.0)", "array([0.25, 0.75])"),
        ),
    ),
    softmax_temperature,
    families(
        Family(Category.BASIC, "a temperature above 1", _warm),
        Family(Category.BASIC, "a temperature below 1", _cool),
        Family(Category.SHAPE, "a temperature, and the first axis", _warm_columns),
        Family(Category.DTYPE, "integers and an integer temperature", _warm_integers),
        Family(Category.EDGE, "one entry along the axis", _one_entry, 1),
        Family(Category.EDGE, "a very high temperature", _nearly_equal_shares),
        Family(Category.STABILITY, "a very low temperature", _cold),
        Family(Category.STABILITY, "far apart, at a high temperature", _hot_and_far_apart),
    ),
    (
        Suspect("the scores are multiplied by the temperature, not divided", _times),
        Suspect("the argument `temperature` is ignored", _plain),
        Suspect("the shares are divided by the temperature, not the scores", _of_shares),
        Suspect("// where / is meant", _whole_quotients),
        Suspect("the maximum is not subtracted before the exponential", _unshifted),
        Suspect("powers of shares: those that underflowed to 0 do not come back", _powers),
        Suspect("the argument `axis` is ignored", _default_axis),
    ),
)
