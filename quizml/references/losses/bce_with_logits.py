"""Binary cross-entropy of scores."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from quizml.model.exercises import Category, Exercise, Parameter
from quizml.references.hidden import Arguments, Family, Hidden, Suspect

if TYPE_CHECKING:
    from numpy.random import Generator
    from numpy.typing import ArrayLike, NDArray

    Floats = NDArray[np.float64]


def bce_with_logits(
    logits: ArrayLike, targets: ArrayLike, pos_weight: ArrayLike = 1.0, reduction: str = "mean"
) -> Floats:
    r"""Loss $-(w y \log \sigma(z) + (1 - y) \log(1 - \sigma(z)))$ of every score z, reduced.

    logits and targets have the same shape; targets lie between 0 and 1. w = pos_weight, a number
    or one for each entry of the last axis, multiplies the term of the positives alone. With
    softplus(-z) = log(1 + e^-z) = max(-z, 0) + log(1 + e^-|z|), which cannot overflow,
    -log sigma(z) is softplus(-z) and -log(1 - sigma(z)) is z + softplus(-z). "mean" divides by
    the number of entries, whatever the weights. Source: PyTorch, BCEWithLogitsLoss.

    >>> bce_with_logits([0.0, 1000.0, -1000.0], [1, 0, 1], reduction="none").round(4).tolist()
    [0.6931, 1000.0, 1000.0]
    """
    z = np.asarray(logits, dtype=np.float64)
    y = np.asarray(targets, dtype=np.float64)
    softplus = np.maximum(-z, 0) + np.log1p(np.exp(-np.abs(z)))
    losses = np.asarray(pos_weight) * y * softplus + (1 - y) * (z + softplus)
    if reduction == "none":
        return np.asarray(losses)
    return np.asarray(losses.mean() if reduction == "mean" else losses.sum())


def _scores(rng: Generator, *shape: int) -> Arguments:
    return {
        "logits": rng.normal(0, 2, shape),
        "targets": rng.integers(0, 2, shape).astype(np.float64),
    }


def _vector(rng: Generator, size: int) -> Arguments:
    return _scores(rng, size + 2)


def _each(rng: Generator, size: int) -> Arguments:
    return _scores(rng, size + 2) | {"reduction": "none"}


def _summed(rng: Generator, size: int) -> Arguments:
    return _scores(rng, size + 2) | {"reduction": "sum"}


def _weighted(rng: Generator, size: int) -> Arguments:
    drawn = _scores(rng, size + 2)
    drawn["targets"][:2] = 0, 1
    return drawn | {"pos_weight": float(rng.choice([0.25, 2.0, 5.0]))}


def _matrix(rng: Generator, size: int) -> Arguments:
    return _scores(rng, size + 1, size)


def _block(rng: Generator, size: int) -> Arguments:
    return _scores(rng, 2, size + 1, size) | {"reduction": "none"}


def _weight_for_each_class(rng: Generator, size: int) -> Arguments:
    """Square, so that a weight for each row would fit as well."""
    drawn = _scores(rng, size + 1, size + 1)
    drawn["targets"][:, 0] = 1
    return drawn | {"pos_weight": rng.uniform(0.5, 8, size + 1).round(2)}


def _single_precision(rng: Generator, size: int) -> Arguments:
    return {name: value.astype(np.float32) for name, value in _matrix(rng, size).items()}


def _integers(rng: Generator, size: int) -> Arguments:
    return {
        "logits": rng.integers(-4, 5, size + 2),
        "targets": rng.integers(0, 2, size + 2),
        "reduction": str(rng.choice(["mean", "none"])),
    }


def _one_score(rng: Generator, size: int) -> Arguments:  # noqa: ARG001
    return _scores(rng, 1)


def _soft_targets(rng: Generator, size: int) -> Arguments:
    return _vector(rng, size) | {"targets": rng.uniform(0.05, 0.95, size + 2)}


def _score_zero(rng: Generator, size: int) -> Arguments:
    drawn = _each(rng, size)
    drawn["logits"][::2] = 0.0
    return drawn


def _only_negatives(rng: Generator, size: int) -> Arguments:
    return _weighted(rng, size) | {"targets": np.zeros(size + 2)}


def _sure_and_wrong(rng: Generator, size: int) -> Arguments:
    drawn = _scores(rng, size + 2)
    return drawn | {"logits": (1 - 2 * drawn["targets"]) * rng.uniform(800, 3000, size + 2)}


def _huge(rng: Generator, size: int) -> Arguments:
    drawn = _each(rng, size)
    drawn["targets"][:2] = 0, 1
    return drawn | {"logits": rng.uniform(800, 3000, size + 2)}


def _very_negative(rng: Generator, size: int) -> Arguments:
    drawn = _huge(rng, size)
    return drawn | {"logits": -drawn["logits"]}


def _weighted_and_huge(rng: Generator, size: int) -> Arguments:
    drawn = _weighted(rng, size)
    logits = rng.choice([-900.0, 900.0, 40.0, -40.0], size + 2)
    logits[0] = 40 - 80 * drawn["targets"][0]  # one is wrong: nothing but rounding is no loss
    return drawn | {"logits": logits}


def _many(rng: Generator, size: int) -> Arguments:
    return _scores(rng, 100 * size, 25 * size)


def _weight_on_both(
    logits: Any, targets: Any, pos_weight: Any = 1.0, reduction: str = "mean"
) -> Floats:
    losses = pos_weight * bce_with_logits(logits, targets, reduction="none")
    return np.asarray({"none": losses, "mean": losses.mean(), "sum": losses.sum()}[reduction])


def _unweighted(
    logits: Any,
    targets: Any,
    pos_weight: Any = 1.0,  # noqa: ARG001
    reduction: str = "mean",
) -> Floats:
    return bce_with_logits(logits, targets, reduction=reduction)


def _always_mean(
    logits: Any,
    targets: Any,
    pos_weight: Any = 1.0,
    reduction: str = "mean",  # noqa: ARG001
) -> Floats:
    return bce_with_logits(logits, targets, pos_weight)


def _swapped(logits: Any, targets: Any, pos_weight: Any = 1.0, reduction: str = "mean") -> Floats:
    return bce_with_logits(-logits, targets, pos_weight, reduction)


def _from_probabilities(
    logits: Any, targets: Any, pos_weight: Any = 1.0, reduction: str = "mean"
) -> Floats:
    p = 1 / (1 + np.exp(-logits))
    losses = -(pos_weight * targets * np.log(p) + (1 - targets) * np.log(1 - p))
    return np.asarray({"none": losses, "mean": losses.mean(), "sum": losses.sum()}[reduction])


HIDDEN = Hidden(
    Exercise(
        name="bce_with_logits",
        summary="Binary cross-entropy of scores (logits), with a weight for the positives.",
        parameters=(
            Parameter("logits", "array of any shape, floats or integers: scores before sigmoid"),
            Parameter("targets", "array of the same shape, 0 or 1, or anything in between"),
            Parameter(
                "pos_weight",
                "weight of the positive term y log sigma(z): a number, or one for each entry "
                "of the last axis",
                "1.0",
            ),
            Parameter("reduction", "'mean' or 'sum' over all entries, or 'none'", "'mean'"),
        ),
        returns="one float; for reduction 'none' an array of the shape of logits",
        conventions=(
            "A loss is -(pos_weight * y * log sigma(z) + (1 - y) * log(1 - sigma(z))).",
            "'mean' divides by the number of entries, whatever the weights are.",
            "Logits may be as large as 3,000 or as small as -3,000; nothing is clipped.",
            "The inputs come back unchanged.",
        ),
        example=(
            (
                "bce_with_logits(np.array([0.0, 2.0]), np.array([1, 0]), reduction='none')",
                "array([0.69314718, 2.12692801])",
            ),
        ),
    ),
    bce_with_logits,
    (
        Family(Category.BASIC, "the mean over a few scores", _vector, 3),
        Family(Category.BASIC, "each loss by itself", _each),
        Family(Category.BASIC, "the sum", _summed),
        Family(Category.BASIC, "a weight for the positives", _weighted),
        Family(Category.SHAPE, "a matrix", _matrix),
        Family(Category.SHAPE, "three dimensions, not reduced", _block),
        Family(Category.SHAPE, "a weight for each class", _weight_for_each_class),
        Family(Category.DTYPE, "float32", _single_precision),
        Family(Category.DTYPE, "integers", _integers),
        Family(Category.EDGE, "one score", _one_score, 1),
        Family(Category.EDGE, "soft targets", _soft_targets),
        Family(Category.EDGE, "scores of 0", _score_zero),
        Family(Category.EDGE, "no positives to weigh", _only_negatives, 1),
        Family(Category.STABILITY, "sure and wrong", _sure_and_wrong),
        Family(Category.STABILITY, "huge scores", _huge),
        Family(Category.STABILITY, "very negative scores", _very_negative),
        Family(Category.STABILITY, "weighted and huge", _weighted_and_huge),
        Family(Category.ALIASING, "the inputs stay as they were", _matrix),
        Family(Category.LARGE, "thousands of scores", _many, 1),
    ),
    (
        Suspect("the weight multiplies the negatives, too", _weight_on_both),
        Suspect("the argument `pos_weight` is ignored", _unweighted),
        Suspect("the argument `reduction` is ignored", _always_mean),
        Suspect("positives and negatives are swapped", _swapped),
        Suspect("log of a sigmoid that is 0 or 1 in floating point", _from_probabilities),
    ),
)
