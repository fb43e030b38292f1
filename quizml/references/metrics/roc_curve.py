"""The ROC curve."""

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


def roc_curve(y_true: ArrayLike, y_score: ArrayLike) -> Curve:
    r"""False positive rate $FP/N$ and true positive rate $TP/P$ at every threshold.

    Three arrays of K+1 entries for K different scores: the first threshold is inf, the corner
    (0, 0); then each different score in falling order, where all samples that score at least
    that much are accepted together; the last is (1, 1). Each rate looks at one class only;
    without that class it is 0/0: NaN. Sorting makes it O(n log n).
    Source: Fawcett 2006, An introduction to ROC analysis, doi:10.1016/j.patrec.2005.10.010.

    >>> [a.tolist() for a in roc_curve([1, 0, 1], [0.9, 0.5, 0.5])]
    [[0.0, 0.0, 1.0], [0.0, 0.5, 1.0], [inf, 0.9, 0.5]]
    """
    tp, fp, thresholds = counts_by_threshold(y_true, y_score)
    nowhere = np.full(thresholds.shape, np.nan)
    fpr = fp / fp[-1] if fp[-1] else nowhere
    tpr = tp / tp[-1] if tp[-1] else nowhere
    return fpr, tpr, thresholds


def _no_negatives(rng: Generator, size: int) -> Arguments:
    return drawing.one_class(rng, size, 1)


def _no_positives(rng: Generator, size: int) -> Arguments:
    return drawing.one_class(rng, size, 0)


def _swapped(y_true: Any, y_score: Any) -> Curve:
    fpr, tpr, thresholds = roc_curve(y_true, y_score)
    return tpr, fpr, thresholds


def _rising(y_true: Any, y_score: Any) -> Curve:
    fpr, tpr, thresholds = roc_curve(y_true, y_score)
    return fpr[::-1], tpr[::-1], thresholds[::-1]


def _point_per_sample(y_true: NDArray[Any], y_score: NDArray[Any]) -> Curve:
    """Equal scores come in one by one, in the order in which they stand."""
    order = np.argsort(-y_score.astype(np.float64), kind="stable")
    fpr, tpr, _ = roc_curve(y_true[order], -np.arange(len(order)))
    return fpr, tpr, np.append(np.inf, y_score[order])


def _of_all(y_true: NDArray[Any], y_score: NDArray[Any]) -> Curve:
    tp, fp, thresholds = counts_by_threshold(y_true, y_score)
    return fp / len(y_true), tp / len(y_true), thresholds


def _false_discoveries(y_true: NDArray[Any], y_score: NDArray[Any]) -> Curve:
    tp, fp, thresholds = counts_by_threshold(y_true, y_score)
    return fp / np.maximum(fp + tp, 1), roc_curve(y_true, y_score)[1], thresholds


def _without_start(y_true: Any, y_score: Any) -> Curve:
    fpr, tpr, thresholds = roc_curve(y_true, y_score)
    return fpr[1:], tpr[1:], thresholds[1:]


def _corners(y_true: Any, y_score: Any) -> Curve:
    """scikit-learn's default: points on a straight piece are dropped."""
    fpr, tpr, thresholds = roc_curve(y_true, y_score)
    bend = np.abs(np.diff(fpr, 2)) + np.abs(np.diff(tpr, 2)) > 1e-12
    kept = np.concatenate([[True], bend, [True]])
    return fpr[kept], tpr[kept], thresholds[kept]


HIDDEN = Hidden(
    Exercise(
        name="roc_curve",
        summary="False and true positive rate at every threshold, from the highest to the lowest.",
        parameters=(
            Parameter("y_true", "(N,) array of labels: 1 or True is positive, 0 or False not"),
            Parameter("y_score", "(N,) array of scores of any size, floats or integers"),
        ),
        returns="a tuple of three arrays of K+1 floats: fpr, tpr, thresholds",
        parts=(Part("fpr"), Part("tpr"), Part("thresholds")),
        conventions=(
            "K is the number of different scores; the thresholds are inf, then those, falling.",
            "At a threshold t all samples with score >= t are accepted; equal scores together.",
            "So the curve begins at (0, 0) and ends at (1, 1); no point between is left out.",
            "Without negatives fpr is NaN throughout, without positives tpr is.",
            "There is at least one sample.",
        ),
        example=(
            (
                "roc_curve(np.array([1, 0, 1]), np.array([0.9, 0.7, 0.4]))[1]",
                "array([0. , 0.5, 0.5, 1. ])",
            ),
        ),
    ),
    roc_curve,
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
        Suspect("fpr and tpr are swapped", _swapped),
        Suspect("the curve runs from the lowest threshold to the highest", _rising),
        Suspect("equal scores make a point each; they come in together", _point_per_sample),
        Suspect("the counts are divided by all samples, not by those of their class", _of_all),
        Suspect("FP is divided by what was accepted; FPR = FP / negatives", _false_discoveries),
        Suspect("the point at the threshold inf is missing", _without_start),
        Suspect("points on straight pieces are left out (drop_intermediate)", _corners),
    ),
)
