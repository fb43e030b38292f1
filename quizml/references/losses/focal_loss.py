"""Focal loss of scores."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from quizml.model.exercises import Category, Exercise, Parameter
from quizml.references.hidden import Arguments, Family, Hidden, Suspect

if TYPE_CHECKING:
    from numpy.random import Generator
    from numpy.typing import ArrayLike, NDArray

    Floats = NDArray[np.float64]


def focal_loss(
    logits: ArrayLike,
    targets: ArrayLike,
    alpha: float | None = 0.25,
    gamma: float = 2.0,
    reduction: str = "none",
) -> Floats:
    r"""Loss $-\alpha_t (1 - p_t)^\gamma \log p_t$ of every score, reduced if that is asked.

    logits and targets (0 or 1) have the same shape. With p = sigmoid(logit), p_t is p for a
    positive and 1 - p for a negative; likewise alpha_t is alpha or 1 - alpha, and 1 if alpha is
    None. With s = logit for positives and -logit for negatives, log p_t = -log(1 + e^-s) and
    log(1 - p_t) = -log(1 + e^s): neither overflows in `logaddexp`, nor meets the logarithm of 0.
    gamma 0 is weighted cross-entropy. Source: Lin et al. 2017, arXiv:1708.02002, equation 5.

    >>> focal_loss([0.0, 0.0, -1000.0], [1, 0, 1]).round(4).tolist()
    [0.0433, 0.13, 250.0]
    """
    positive = np.asarray(targets) == 1
    z = np.asarray(logits, dtype=np.float64)
    signed = np.where(positive, z, -z)
    log_of_right, log_of_wrong = -np.logaddexp(0, -signed), -np.logaddexp(0, signed)
    weights = 1.0 if alpha is None else np.where(positive, alpha, 1 - alpha)
    losses = -weights * np.exp(gamma * log_of_wrong) * log_of_right
    if reduction == "none":
        return np.asarray(losses)
    return np.asarray(losses.mean() if reduction == "mean" else losses.sum())


def _scores(rng: Generator, *shape: int) -> Arguments:
    """Positives and negatives, both right and wrong."""
    targets = rng.permutation(np.arange(np.prod(shape)) % 2).reshape(shape)
    return {"logits": rng.normal(0, 2, shape), "targets": targets.astype(np.float64)}


def _each(rng: Generator, size: int) -> Arguments:
    return _scores(rng, size + 2)


def _reduced(rng: Generator, size: int) -> Arguments:
    return _scores(rng, size + 2) | {"reduction": str(rng.choice(["mean", "sum"]))}


def _other_gamma(rng: Generator, size: int) -> Arguments:
    return _scores(rng, size + 2) | {"gamma": float(rng.choice([0.5, 1.0, 3.0, 5.0]))}


def _other_alpha(rng: Generator, size: int) -> Arguments:
    return _scores(rng, size + 2) | {"alpha": float(rng.choice([0.1, 0.4, 0.75, 0.9]))}


def _matrix(rng: Generator, size: int) -> Arguments:
    return _scores(rng, size + 1, size) | {"reduction": str(rng.choice(["mean", "none"]))}


def _block(rng: Generator, size: int) -> Arguments:
    return _scores(rng, 2, size + 1, size)


def _single_precision(rng: Generator, size: int) -> Arguments:
    return {name: value.astype(np.float32) for name, value in _each(rng, size).items()}


def _integers(rng: Generator, size: int) -> Arguments:
    drawn = _each(rng, size)
    return {"logits": rng.integers(-4, 5, size + 2), "targets": drawn["targets"].astype(np.int64)}


def _no_focus(rng: Generator, size: int) -> Arguments:
    return _scores(rng, size + 2) | {"gamma": 0.0}


def _no_balance(rng: Generator, size: int) -> Arguments:
    return _scores(rng, size + 2) | {"alpha": None}


def _plain(rng: Generator, size: int) -> Arguments:
    return _no_focus(rng, size) | {"alpha": None, "reduction": "mean"}


def _alpha_zero(rng: Generator, size: int) -> Arguments:
    return _scores(rng, size + 2) | {"alpha": 0.0}


def _alpha_one(rng: Generator, size: int) -> Arguments:
    return _scores(rng, size + 2) | {"alpha": 1.0}


def _only_negatives(rng: Generator, size: int) -> Arguments:
    return _reduced(rng, size) | {"targets": np.zeros(size + 2)}


def _score_zero(rng: Generator, size: int) -> Arguments:
    drawn = _each(rng, size)
    drawn["logits"][::2] = 0.0
    return drawn


def _sure_and_wrong(rng: Generator, size: int) -> Arguments:
    drawn = _each(rng, size)
    return drawn | {"logits": (1 - 2 * drawn["targets"]) * rng.uniform(800, 3000, size + 2)}


def _some_sure_and_right(rng: Generator, size: int) -> Arguments:
    """The first score is undecided, so that the answer is not all zeros."""
    drawn = _each(rng, size)
    logits = (2 * drawn["targets"] - 1) * rng.uniform(800, 3000, size + 2)
    logits[0] = rng.normal()
    return drawn | {"logits": logits, "gamma": float(rng.choice([0.0, 0.5, 2.0]))}


def _many(rng: Generator, size: int) -> Arguments:
    return _scores(rng, 100 * size, 20 * size)


def _reduce(losses: Floats, reduction: str) -> Floats:
    return np.asarray({"none": losses, "mean": losses.mean(), "sum": losses.sum()}[reduction])


def _constant_alpha(
    logits: Any, targets: Any, alpha: Any = 0.25, gamma: float = 2.0, reduction: str = "none"
) -> Floats:
    right = focal_loss(logits, targets, None, gamma, reduction)
    return np.asarray(right * (1 if alpha is None else alpha))


def _alpha_swapped(
    logits: Any, targets: Any, alpha: Any = 0.25, gamma: float = 2.0, reduction: str = "none"
) -> Floats:
    return focal_loss(logits, targets, None if alpha is None else 1 - alpha, gamma, reduction)


def _p_for_all(
    logits: Any, targets: Any, alpha: Any = 0.25, gamma: float = 2.0, reduction: str = "none"
) -> Floats:
    losses = focal_loss(logits, targets, alpha, 0.0)
    return _reduce(losses * np.exp(-gamma * np.logaddexp(0, logits)), reduction)


def _focus_on_easy(
    logits: Any, targets: Any, alpha: Any = 0.25, gamma: float = 2.0, reduction: str = "none"
) -> Floats:
    losses = focal_loss(logits, targets, alpha, 0.0)
    right = np.exp(-np.logaddexp(0, -np.where(targets == 1, logits, -logits)))
    return _reduce(losses * right**gamma, reduction)


def _without_focus(logits: Any, targets: Any, alpha: Any = 0.25, **rest: Any) -> Floats:
    return focal_loss(logits, targets, alpha, 0.0, rest.get("reduction", "none"))


def _positives_only(
    logits: Any, targets: Any, alpha: Any = 0.25, gamma: float = 2.0, reduction: str = "none"
) -> Floats:
    return _reduce(targets * focal_loss(logits, targets, alpha, gamma), reduction)


def _no_minus(
    logits: Any, targets: Any, alpha: Any = 0.25, gamma: float = 2.0, reduction: str = "none"
) -> Floats:
    return -focal_loss(logits, targets, alpha, gamma, reduction)


HIDDEN = Hidden(
    Exercise(
        name="focal_loss",
        summary="Focal loss of scores (logits) for positives and negatives.",
        parameters=(
            Parameter("logits", "array of any shape, floats or integers: scores before sigmoid"),
            Parameter("targets", "array of the same shape: 1 for a positive, 0 for a negative"),
            Parameter("alpha", "weight of positives, 1 - alpha of negatives; None: none", "0.25"),
            Parameter("gamma", "exponent of 1 - p_t, at least 0", "2.0"),
            Parameter("reduction", "'none', or 'mean' or 'sum' over all entries", "'none'"),
        ),
        returns="an array of the shape of logits; one float for reductions 'mean' and 'sum'",
        conventions=(
            "p_t is p = sigmoid(logit) for a positive, 1 - p for a negative.",
            "Likewise alpha_t is alpha or 1 - alpha, and 1 if alpha is None.",
            "A loss is -alpha_t * (1 - p_t) ** gamma * log(p_t).",
            "gamma may be 0 (no focus); alpha may be 0 or 1.",
            "Logits may be as large as 3,000 or as small as -3,000; nothing is clipped.",
            "logits and targets come back unchanged.",
        ),
        example=(
            ("focal_loss(np.array([0.0, 0.0]), np.array([1, 0]))", "array([0.0433217, 0.1299651])"),
        ),
    ),
    focal_loss,
    (
        Family(Category.BASIC, "a few scores", _each, 3),
        Family(Category.BASIC, "their mean or sum", _reduced, 3),
        Family(Category.BASIC, "another gamma", _other_gamma),
        Family(Category.BASIC, "another alpha", _other_alpha),
        Family(Category.SHAPE, "a matrix", _matrix),
        Family(Category.SHAPE, "three dimensions", _block),
        Family(Category.DTYPE, "float32", _single_precision),
        Family(Category.DTYPE, "integers", _integers),
        Family(Category.EDGE, "gamma 0", _no_focus),
        Family(Category.EDGE, "no alpha", _no_balance),
        Family(Category.EDGE, "neither: plain cross-entropy", _plain, 1),
        Family(Category.EDGE, "alpha 0", _alpha_zero, 1),
        Family(Category.EDGE, "alpha 1", _alpha_one, 1),
        Family(Category.EDGE, "only negatives", _only_negatives),
        Family(Category.EDGE, "scores of 0", _score_zero, 1),
        Family(Category.STABILITY, "sure and wrong", _sure_and_wrong),
        Family(Category.STABILITY, "mostly sure and right", _some_sure_and_right, 3),
        Family(Category.ALIASING, "the inputs stay as they were", _each),
        Family(Category.LARGE, "thousands of scores", _many, 1),
    ),
    (
        Suspect("alpha weighs the negatives, too; they get 1 - alpha", _constant_alpha),
        Suspect("alpha and 1 - alpha are swapped", _alpha_swapped),
        Suspect("1 - p instead of 1 - p_t: wrong for the negatives", _p_for_all),
        Suspect(
            "p_t instead of 1 - p_t to the power of gamma: easy ones count most", _focus_on_easy
        ),
        Suspect("the factor (1 - p_t) ** gamma is missing", _without_focus),
        Suspect("the term of the negatives is missing", _positives_only),
        Suspect("the minus sign is missing", _no_minus),
    ),
)
