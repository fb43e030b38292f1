"""The precision-recall curve."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from quizml.model.exercises import Category, Exercise, Parameter, Part
from quizml.references.hidden import Family, Hidden, Suspect
from quizml.references.metrics import _drawing as drawing
from quizml.references.metrics._counting import counts_by_threshold

if TYPE_CHECKING:
    from numpy.random import Generator
    from numpy.typing import ArrayLike, NDArray

    from quizml.references.hidden import Arguments

    Floats = NDArray[np.float64]
    Curve = tuple[Floats, Floats, Floats]


def precision_recall_curve(y_true: ArrayLike, y_score: ArrayLike) -> Curve:
    r"""Precision $TP/(TP+FP)$ and recall $TP/P$ at every threshold, with the thresholds.

    Three arrays of K+1 entries for K different scores: the first threshold is inf, where
    nothing is accepted, recall is 0 and precision 1 by convention; then each different score
    in falling order, where all samples that score at least that much are accepted together.
    Without positives recall is 0/0: NaN. Sorting makes it O(n log n).
    Source: scikit-learn, sklearn.metrics.precision_recall_curve (the other way round).

    >>> [a.tolist() for a in precision_recall_curve([1, 0, 1], [0.9, 0.5, 0.5])]
    [[1.0, 1.0, 0.6666666666666666], [0.0, 0.5, 1.0], [inf, 0.9, 0.5]]
    """
    tp, fp, thresholds = counts_by_threshold(y_true, y_score)
    precision = np.append(1.0, tp[1:] / (tp[1:] + fp[1:]))
    recall = tp / tp[-1] if tp[-1] else np.full(tp.shape, np.nan)
    return precision, recall, thresholds


def _no_negatives(rng: Generator, size: int) -> Arguments:
    return drawing.one_class(rng, size, 1)


def _no_positives(rng: Generator, size: int) -> Arguments:
    return drawing.one_class(rng, size, 0)


def _rising(y_true: Any, y_score: Any) -> Curve:
    precision, recall, thresholds = precision_recall_curve(y_true, y_score)
    return precision[::-1], recall[::-1], thresholds[::-1]


def _point_per_sample(y_true: NDArray[Any], y_score: NDArray[Any]) -> Curve:
    """Equal scores come in one by one."""
    order = np.argsort(-y_score.astype(np.float64), kind="stable")
    tp = np.append(0.0, np.cumsum(y_true[order]))
    precision = np.append(1.0, tp[1:] / np.arange(1, len(tp)))
    recall = tp / tp[-1] if tp[-1] else np.full(tp.shape, np.nan)
    return precision, recall, np.append(np.inf, y_score[order])


def _strictly(y_true: NDArray[Any], y_score: NDArray[Any]) -> Curve:
    """A sample does not count at its own score, so every count stands one too low."""
    precision, recall, thresholds = precision_recall_curve(y_true, y_score)
    earlier = np.maximum(np.arange(len(thresholds)) - 1, 0)
    return precision[earlier], recall[earlier], thresholds


def _starts_at_zero(y_true: Any, y_score: Any) -> Curve:
    precision, recall, thresholds = precision_recall_curve(y_true, y_score)
    return np.append(0.0, precision[1:]), recall, thresholds


def _without_start(y_true: Any, y_score: Any) -> Curve:
    precision, recall, thresholds = precision_recall_curve(y_true, y_score)
    return precision[1:], recall[1:], thresholds[1:]


def _envelope(y_true: Any, y_score: Any) -> Curve:
    precision, recall, thresholds = precision_recall_curve(y_true, y_score)
    return np.maximum.accumulate(precision[::-1])[::-1], recall, thresholds


HIDDEN = Hidden(
    Exercise(
        name="precision_recall_curve",
        summary="Precision and recall at every threshold, from the highest to the lowest.",
        parameters=(
            Parameter("y_true", "(N,) array of labels: 1 or True is positive, 0 or False not"),
            Parameter("y_score", "(N,) array of scores of any size, floats or integers"),
        ),
        returns="a tuple of three arrays of K+1 floats: precision, recall, thresholds",
        parts=(Part("precision"), Part("recall"), Part("thresholds")),
        conventions=(
            "K is the number of different scores; the thresholds are inf, then those, falling.",
            "At a threshold t all samples with score >= t are accepted; equal scores together.",
            "At inf nothing is accepted: there precision is 1 and recall 0.",
            "Without positives recall is NaN throughout. There is at least one sample.",
        ),
        example=(
            (
                "precision_recall_curve(np.array([1, 0, 1]), np.array([0.9, 0.7, 0.4]))[1]",
                "array([0. , 0.5, 0.5, 1. ])",
            ),
        ),
    ),
    precision_recall_curve,
    (
        Family(Category.BASIC, "a few samples", drawing.some, 3),
        Family(Category.BASIC, "few positives", drawing.more_negatives),
        Family(Category.DTYPE, "float32 scores", drawing.single_precision),
        Family(Category.DTYPE, "labels True and False", drawing.truth_values),
        Family(Category.DTYPE, "uint8 scores", drawing.bytes_as_scores),
        Family(Category.EDGE, "scores of either sign", drawing.logits),
        Family(Category.EDGE, "all positives first", drawing.ranked_perfectly, 1),
        Family(Category.EDGE, "no negatives", _no_negatives, 1),
        Family(Category.EDGE, "no positives", _no_positives, 1),
        Family(Category.STABILITY, "scores that hardly differ", drawing.nearly_equal),
        Family(Category.ALIASING, "the inputs stay as they were", drawing.some),
        Family(Category.TIES, "one score for all", drawing.all_equal, 1),
        Family(Category.TIES, "equal scores", drawing.tied, 4),
        Family(Category.LARGE, "thousands of samples", drawing.many, 1),
    ),
    (
        Suspect("the curve runs from the lowest threshold to the highest", _rising),
        Suspect("equal scores make a point each; they come in together", _point_per_sample),
        Suspect("a score equal to the threshold is not accepted (> in place of >=)", _strictly),
        Suspect("where nothing is accepted precision is 1 here, not 0", _starts_at_zero),
        Suspect("the point at the threshold inf is missing", _without_start),
        Suspect("precision is replaced by its envelope; that is for AP only", _envelope),
    ),
)
