"""Hinge loss of several classes, and its slope."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from quizml.model.exercises import Category, Exercise, Parameter, Part
from quizml.references.hidden import Arguments, Family, Hidden, Suspect
from quizml.references.losses._shared import draw_labels, draw_logits

if TYPE_CHECKING:
    from numpy.random import Generator
    from numpy.typing import ArrayLike, NDArray

    Floats = NDArray[np.float64]
    Integers = NDArray[np.int64]


def multiclass_hinge_loss(
    scores: ArrayLike, labels: ArrayLike, margin: float = 1.0
) -> tuple[float, Floats]:
    r"""The mean over the rows of $\sum_{j \ne y} \max(0, s_j - s_y + m)$, and a subgradient.

    scores (N, C), labels (N,), m = margin: the form of Weston and Watkins. A wrong class that
    comes within m of the true score, or above it, has the slope 1 / N; the true class has
    -(number of such classes) / N. Exactly at the margin, where the loss has a kink, the slope
    is 0. Source: Weston & Watkins 1999, Support Vector Machines for Multi-Class Pattern
    Recognition; PyTorch's MultiMarginLoss divides the sum by C besides.

    >>> loss, slopes = multiclass_hinge_loss([[3.0, 1.0, 2.5], [0.0, 0.0, 0.5]], [0, 1])
    >>> loss, slopes.tolist()
    (1.5, [[-0.5, 0.0, 0.5], [0.5, -1.0, 0.5]])
    """
    scores = np.asarray(scores, dtype=np.float64)
    rows, labels = np.arange(len(scores)), np.asarray(labels)
    gaps = scores - scores[rows, labels][:, None] + margin
    gaps[rows, labels] = 0
    slopes = (gaps > 0).astype(np.float64)
    slopes[rows, labels] = -slopes.sum(axis=1)
    return float(np.maximum(gaps, 0).sum(axis=1).mean()), slopes / len(scores)


def _batch(rng: Generator, rows: int, classes: int) -> Arguments:
    return {
        "scores": draw_logits(rng, rows, classes),
        "labels": draw_labels(rng, rows, classes),
    }


def _small(rng: Generator, size: int) -> Arguments:
    """The first row costs nothing."""
    drawn = _batch(rng, size + 2, 4)
    drawn["scores"][0, drawn["labels"][0]] += 12
    return drawn


def _more_classes(rng: Generator, size: int) -> Arguments:
    return _batch(rng, size + 1, size + 4)


def _other_margin(rng: Generator, size: int) -> Arguments:
    return _batch(rng, size + 1, 4) | {"margin": float(rng.choice([0.1, 0.5, 2.5]))}


def _one_row(rng: Generator, size: int) -> Arguments:
    return _batch(rng, 1, size + 3)


def _two_classes(rng: Generator, size: int) -> Arguments:
    return _batch(rng, size + 2, 2)


def _square(rng: Generator, size: int) -> Arguments:
    return _batch(rng, size + 2, size + 2)


def _single_precision(rng: Generator, size: int) -> Arguments:
    drawn = _small(rng, size)
    return drawn | {"scores": drawn["scores"].astype(np.float32)}


def _integers(rng: Generator, size: int) -> Arguments:
    """Margin 1/2, so that no class is exactly at it."""
    return _batch(rng, size + 2, 4) | {"scores": rng.integers(-3, 4, (size + 2, 4)), "margin": 0.5}


def _narrow_labels(rng: Generator, size: int) -> Arguments:
    drawn = _small(rng, size)
    return drawn | {"labels": drawn["labels"].astype(np.uint8)}


def _all_clear(rng: Generator, size: int) -> Arguments:
    drawn = _batch(rng, size + 1, 3)
    drawn["scores"][np.arange(size + 1), drawn["labels"]] += 20
    return drawn


def _all_wrong(rng: Generator, size: int) -> Arguments:
    drawn = _batch(rng, size + 1, 4)
    drawn["scores"][np.arange(size + 1), drawn["labels"]] -= 20
    return drawn


def _at_the_margin(rng: Generator, size: int) -> Arguments:
    """Quarters, so that no rounding decides; one class of each row is exactly at the margin."""
    drawn = _batch(rng, size + 1, 4)
    scores, rows = rng.integers(-12, 13, (size + 1, 4)) / 4, np.arange(size + 1)
    others = (drawn["labels"] + rng.integers(1, 4, size + 1)) % 4
    scores[rows, others] = scores[rows, drawn["labels"]] - 1.0
    return drawn | {"scores": scores}


def _equal_scores(rng: Generator, size: int) -> Arguments:
    classes = int(rng.integers(3, 7))
    return _batch(rng, size + 1, classes) | {"scores": np.full((size + 1, classes), rng.normal())}


def _margin_zero(rng: Generator, size: int) -> Arguments:
    return _batch(rng, size + 2, 4) | {"margin": 0.0}


def _many(rng: Generator, size: int) -> Arguments:
    return _batch(rng, 1_000 * size, 10 * size)


def _no_gap_near_zero(arguments: Arguments) -> bool:
    """Whether no class is so near the margin that last digits decide; quarters are exact."""
    scores = np.asarray(arguments["scores"], dtype=np.float64)
    labels, margin = arguments["labels"], arguments.get("margin", 1.0)
    gaps = scores - scores[np.arange(len(scores)), labels][:, None] + margin
    gaps[np.arange(len(scores)), labels] = 1.0
    exact = np.all(4 * scores == np.rint(4 * scores)) and 4 * margin == np.rint(4 * margin)
    return bool(exact or not np.any(np.abs(gaps) < 1e-5))


def _own_class_too(scores: Floats, labels: Integers, margin: float = 1.0) -> tuple[float, Floats]:
    loss, slopes = multiclass_hinge_loss(scores, labels, margin)
    return loss + margin, slopes


def _over_classes(scores: Floats, labels: Integers, margin: float = 1.0) -> tuple[float, Floats]:
    loss, slopes = multiclass_hinge_loss(scores, labels, margin)
    return loss / len(scores[0]), slopes / len(scores[0])


def _summed(scores: Floats, labels: Integers, margin: float = 1.0) -> tuple[float, Floats]:
    loss, slopes = multiclass_hinge_loss(scores, labels, margin)
    return loss * len(scores), slopes * len(scores)


def _largest_only(scores: Floats, labels: Integers, margin: float = 1.0) -> tuple[float, Floats]:
    rows = np.arange(len(scores))
    gaps = scores - scores[rows, labels][:, None] + margin
    gaps[rows, labels] = 0
    hits = np.zeros(gaps.shape)
    hits[rows, gaps.argmax(axis=1)] = gaps.max(axis=1) > 0
    hits[rows, labels] -= hits.sum(axis=1)
    return float(gaps.max(axis=1).mean()), hits / len(scores)


def _count_forgotten(scores: Floats, labels: Integers, margin: float = 1.0) -> tuple[float, Floats]:
    loss, slopes = multiclass_hinge_loss(scores, labels, margin)
    return loss, np.maximum(slopes, -1 / len(scores))


def _default_margin(scores: Floats, labels: Integers, **_: float) -> tuple[float, Floats]:
    return multiclass_hinge_loss(scores, labels)


def _uphill(scores: Floats, labels: Integers, margin: float = 1.0) -> tuple[float, Floats]:
    loss, slopes = multiclass_hinge_loss(scores, labels, margin)
    return loss, -slopes


def _slope_at_margin(scores: Floats, labels: Integers, margin: float = 1.0) -> tuple[float, Floats]:
    loss, _ = multiclass_hinge_loss(scores, labels, margin)
    return loss, multiclass_hinge_loss(scores, labels, margin + 1e-9)[1]


HIDDEN = Hidden(
    Exercise(
        name="multiclass_hinge_loss",
        summary="Hinge loss of several classes (Weston-Watkins), and its subgradient.",
        parameters=(
            Parameter("scores", "(N, C) array of scores, floats or integers"),
            Parameter("labels", "(N,) array of the true classes, integers from 0 to C - 1"),
            Parameter("margin", "by how much the true score has to lead, at least 0", "1.0"),
        ),
        returns="a tuple: the loss, one float, and a subgradient on the scores, (N, C) floats",
        parts=(Part("loss"), Part("dscores")),
        conventions=(
            "A row costs the sum over the wrong classes j of max(0, s_j - s_y + margin).",
            "The loss is the mean over the N rows; nothing is divided by C.",
            "Where s_j - s_y + margin is exactly 0 the class j has the slope 0.",
            "scores and labels come back unchanged; N >= 1, C >= 2.",
        ),
        example=(
            (
                "multiclass_hinge_loss(np.array([[3.0, 1.0, 2.5]]), np.array([0]))",
                "(0.5, array([[-1.,  0.,  1.]]))",
            ),
        ),
    ),
    multiclass_hinge_loss,
    (
        Family(Category.BASIC, "a few rows of four classes", _small, 3),
        Family(Category.BASIC, "more classes", _more_classes),
        Family(Category.BASIC, "another margin", _other_margin),
        Family(Category.SHAPE, "one row", _one_row),
        Family(Category.SHAPE, "two classes", _two_classes),
        Family(Category.SHAPE, "as many rows as classes", _square),
        Family(Category.DTYPE, "float32", _single_precision),
        Family(Category.DTYPE, "integer scores", _integers),
        Family(Category.DTYPE, "labels of 8 bits", _narrow_labels, 1),
        Family(Category.EDGE, "all beyond the margin", _all_clear, 1),
        Family(Category.EDGE, "all wrong", _all_wrong, 1),
        Family(Category.EDGE, "a class exactly at the margin", _at_the_margin),
        Family(Category.EDGE, "equal scores", _equal_scores),
        Family(Category.EDGE, "margin 0", _margin_zero),
        Family(Category.ALIASING, "the inputs stay as they were", _small),
        Family(Category.LARGE, "thousands of rows", _many, 1),
    ),
    (
        Suspect("a class exactly at the margin gets a slope", _slope_at_margin),
        Suspect("the true class counts, too, and adds the margin to every row", _own_class_too),
        Suspect("the sum is divided by the number of classes (as PyTorch does)", _over_classes),
        Suspect("the losses of the rows are added; their mean is asked", _summed),
        Suspect("only the worst class counts (Crammer-Singer); all are asked", _largest_only),
        Suspect("the true class's slope forgets how many classes violate", _count_forgotten),
        Suspect("the argument `margin` is ignored", _default_margin),
        Suspect("the subgradient has the wrong sign", _uphill),
    ),
    fair=_no_gap_near_zero,
)
