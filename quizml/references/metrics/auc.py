"""Area under the ROC curve."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from quizml.model.exercises import Category, Exercise, Parameter
from quizml.references.hidden import Family, Hidden, Suspect
from quizml.references.metrics import _drawing as drawing

if TYPE_CHECKING:
    from numpy.random import Generator
    from numpy.typing import ArrayLike, NDArray

    from quizml.references.hidden import Arguments


def auc(y_true: ArrayLike, y_score: ArrayLike) -> float:
    r"""Share of the pairs of a positive and a negative in which the positive scores higher.

    A pair of equal scores counts half; that is the area under the ROC curve. With the ranks of
    the scores from 1 upwards, equal ones sharing their mean rank, M positives and N negatives:

    $$AUC = \frac{\sum_{pos} rank - M(M+1)/2}{MN}$$

    M(M+1)/2 is the least that the ranks of M positives can add up to; what exceeds it counts
    the negatives below each. O(n log n). Without one of the classes there is no pair: NaN.
    Source: Hanley & McNeil 1982, doi:10.1148/radiology.143.1.7063747.

    >>> auc([1, 0, 1, 0], [0.8, 0.7, 0.7, 0.1])
    0.875
    """
    positive = np.asarray(y_true).astype(bool)
    m, n = int(positive.sum()), int((~positive).sum())
    if not m or not n:
        return float("nan")
    _, place, counts = np.unique(np.asarray(y_score), return_inverse=True, return_counts=True)
    mean_rank = np.cumsum(counts) - (counts - 1) / 2
    return float((mean_rank[place][positive].sum() - m * (m + 1) / 2) / (m * n))


def _some(rng: Generator, size: int) -> Arguments:
    """Odd times even, so that AUC is never its own complement, nor that but for one step."""
    more, others = rng.integers(1, 2 + size, 2)
    return drawing.scored(rng, 1 + 2 * int(more), 2 + 2 * int(others))


def _few_positives(rng: Generator, size: int) -> Arguments:
    return drawing.scored(rng, 3, 6 * size)


def _worse_than_chance(rng: Generator, size: int) -> Arguments:
    found = _some(rng, size)
    return found | {"y_score": 1 - found["y_score"]}


def _separated(rng: Generator, size: int) -> Arguments:
    found = drawing.ranked_perfectly(rng, size)
    return found | {"y_score": rng.choice([-1, 1]) * found["y_score"]}


def _no_pairs(rng: Generator, size: int) -> Arguments:
    return drawing.one_class(rng, size, int(rng.integers(0, 2)))


def _one_pair(rng: Generator, size: int) -> Arguments:  # noqa: ARG001
    return drawing.scored(rng, 1, 1)


def _many_ties(rng: Generator, size: int) -> Arguments:
    y_true = drawing.mixed(rng, 60 * size, 140 * size)
    return drawing.both(y_true, rng.integers(0, 30, len(y_true)) + y_true)


def _reversed(y_true: Any, y_score: Any) -> float:
    return 1 - auc(y_true, y_score)


def _pairs(y_true: NDArray[Any], y_score: NDArray[Any]) -> NDArray[Any]:
    """Score differences of each positive to each negative."""
    score, positive = y_score.astype(np.float64), y_true.astype(bool)
    return np.asarray(score[positive][:, None] - score[~positive][None, :])


def _ties_lose(y_true: Any, y_score: Any) -> float:
    pairs = _pairs(y_true, y_score)
    return float((pairs > 0).sum() / max(pairs.size, 1))


def _ties_win(y_true: Any, y_score: Any) -> float:
    pairs = _pairs(y_true, y_score)
    return float((pairs >= 0).sum() / max(pairs.size, 1))


def _place_as_rank(y_true: NDArray[Any], y_score: NDArray[Any]) -> float:
    """Equal scores get the ranks of the order in which they happen to stand."""
    rank = np.empty(len(y_score))
    rank[np.argsort(y_score, kind="stable")] = np.arange(len(y_score))
    return auc(y_true, rank)


def _zero_based(y_true: NDArray[Any], y_score: NDArray[Any]) -> float:
    negatives = int((y_true == 0).sum())
    return auc(y_true, y_score) - 1 / max(negatives, 1)


def _step_sum(y_true: NDArray[Any], y_score: NDArray[Any]) -> float:
    """The area under the precision-recall curve instead."""
    hit = y_true[np.argsort(-y_score.astype(np.float64), kind="stable")].astype(float)
    precision = np.cumsum(hit) / np.arange(1, len(hit) + 1)
    return float(np.sum(precision * hit) / max(hit.sum(), 1))


def _half_without_pairs(y_true: NDArray[Any], y_score: NDArray[Any]) -> float:
    return float(np.nan_to_num(auc(y_true, y_score), nan=0.5))


HIDDEN = Hidden(
    Exercise(
        name="auc",
        summary="Area under the ROC curve, from labels and scores.",
        parameters=(
            Parameter("y_true", "(n,) array of labels: 1 or True is positive, 0 or False not"),
            Parameter("y_score", "(n,) array of scores of any size, floats or integers"),
        ),
        returns="a number between 0 and 1, or NaN",
        conventions=(
            "It is the share of the pairs (positive, negative) whose positive scores higher.",
            "A pair of equal scores counts one half; scores are equal only if they are the same.",
            "Without positives, or without negatives, the answer is NaN.",
        ),
        example=(("auc(np.array([1, 0, 1, 0]), np.array([0.8, 0.7, 0.7, 0.1]))", "0.875"),),
    ),
    auc,
    (
        Family(Category.BASIC, "a few samples", _some, 3),
        Family(Category.BASIC, "few positives", _few_positives, 3),
        Family(Category.BASIC, "worse than chance", _worse_than_chance),
        Family(Category.DTYPE, "float32 scores", drawing.single_precision),
        Family(Category.DTYPE, "labels True and False", drawing.truth_values),
        Family(Category.DTYPE, "uint8 scores", drawing.bytes_as_scores),
        Family(Category.EDGE, "scores of either sign", drawing.logits),
        Family(Category.EDGE, "classes that do not overlap", _separated),
        Family(Category.EDGE, "a single pair", _one_pair, 1),
        Family(Category.EDGE, "only one class", _no_pairs),
        Family(Category.STABILITY, "scores that hardly differ", drawing.nearly_equal),
        Family(Category.ALIASING, "the inputs stay as they were", drawing.some),
        Family(Category.TIES, "one score for all", drawing.all_equal, 1),
        Family(Category.TIES, "equal scores", drawing.tied, 4),
        Family(Category.LARGE, "thousands of samples", drawing.many, 1),
        Family(Category.LARGE, "thousands of samples, few scores", _many_ties, 1),
    ),
    (
        Suspect("pairs in the wrong order are counted: this is 1 - AUC", _reversed),
        Suspect("pairs of equal scores count nothing; they count one half", _ties_lose),
        Suspect("pairs of equal scores count in full; they count one half", _ties_win),
        Suspect("equal scores get different ranks; they share their mean rank", _place_as_rank),
        Suspect("ranks run from 0 here, but M(M+1)/2 supposes ranks from 1", _zero_based),
        Suspect("this is the average precision, the area under the other curve", _step_sum),
        Suspect("one half where a class is missing; there is no pair (NaN)", _half_without_pairs),
    ),
)
