"""Loss of Bayesian personalised ranking."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from quizml.model.exercises import Category, Exercise, Parameter
from quizml.references.hidden import Arguments, Family, Hidden, Suspect

if TYPE_CHECKING:
    from numpy.random import Generator
    from numpy.typing import ArrayLike, NDArray

    Floats = NDArray[np.float64]


def bpr_loss(pos_scores: ArrayLike, neg_scores: ArrayLike) -> float:
    r"""The mean over all pairs of $-\log \sigma(s^+ - s^-)$.

    pos_scores (N,) are a model's scores of items that a user took, one for each of N users (or
    samples); neg_scores (N, K) those of K items that the same user did not take. So there are
    N * K pairs. -log sigma(x) = log(1 + e^-x), which `logaddexp` takes without overflow.
    Source: Rendle et al. 2009, arXiv:1205.2618, section 4.1, without its regularisation.

    >>> round(bpr_loss([1.0, 0.0], [[1.0, 0.0], [2.0, -1000.0]]), 4)
    0.7833
    """
    positives = np.asarray(pos_scores, dtype=np.float64)[:, None]
    leads = positives - np.asarray(neg_scores, dtype=np.float64)
    return float(np.logaddexp(0, -leads).mean())


def _scores(rng: Generator, users: int, negatives: int) -> Arguments:
    return {
        "pos_scores": rng.normal(0.7, 1.5, users),
        "neg_scores": rng.normal(0, 1.5, (users, negatives)),
    }


def _one_negative(rng: Generator, size: int) -> Arguments:
    return _scores(rng, size + 2, 1)


def _some_negatives(rng: Generator, size: int) -> Arguments:
    return _scores(rng, size + 1, size + 2)


def _one_user(rng: Generator, size: int) -> Arguments:
    return _scores(rng, 1, size + 1)


def _square(rng: Generator, size: int) -> Arguments:
    """(N,) - (N, N) broadcasts, too: along the wrong axis."""
    return _scores(rng, size + 2, size + 2)


def _single_precision(rng: Generator, size: int) -> Arguments:
    return {name: x.astype(np.float32) for name, x in _some_negatives(rng, size).items()}


def _integers(rng: Generator, size: int) -> Arguments:
    drawn = _some_negatives(rng, size)
    return {name: rng.integers(-4, 5, x.shape) for name, x in drawn.items()}


def _unsigned(rng: Generator, size: int) -> Arguments:
    """Stars from 1 to 5: a negative difference wraps around."""
    drawn = _some_negatives(rng, size)
    stars = {name: rng.integers(1, 6, x.shape).astype(np.uint8) for name, x in drawn.items()}
    stars["pos_scores"][0], stars["neg_scores"][0] = 1, rng.integers(3, 6)
    return stars


def _equal_scores(rng: Generator, size: int) -> Arguments:
    drawn = _some_negatives(rng, size)
    drawn["neg_scores"][::2] = drawn["pos_scores"][::2, None]
    return drawn


def _all_in_order(rng: Generator, size: int) -> Arguments:
    drawn = _some_negatives(rng, size)
    return drawn | {"neg_scores": -np.abs(drawn["neg_scores"]) + drawn["pos_scores"][:, None]}


def _all_reversed(rng: Generator, size: int) -> Arguments:
    drawn = _some_negatives(rng, size)
    return drawn | {"neg_scores": np.abs(drawn["neg_scores"]) + drawn["pos_scores"][:, None]}


def _far_behind(rng: Generator, size: int) -> Arguments:
    drawn = _some_negatives(rng, size)
    drawn["pos_scores"][0] -= rng.uniform(800, 3000)
    return drawn


def _far_ahead(rng: Generator, size: int) -> Arguments:
    """The first user's lead is so large that it costs 0."""
    drawn = _some_negatives(rng, size)
    drawn["pos_scores"][0] += rng.uniform(800, 3000)
    return drawn


def _huge(rng: Generator, size: int) -> Arguments:
    """Far from 0, but near each other."""
    return {name: x + 5000.0 for name, x in _some_negatives(rng, size).items()}


def _many(rng: Generator, size: int) -> Arguments:
    return _scores(rng, 500 * size, 20)


def _summed(pos_scores: Floats, neg_scores: Floats) -> float:
    return bpr_loss(pos_scores, neg_scores) * neg_scores.size


def _sum_over_negatives(pos_scores: Floats, neg_scores: Floats) -> float:
    return bpr_loss(pos_scores, neg_scores) * len(neg_scores[0])


def _swapped(pos_scores: Floats, neg_scores: Floats) -> float:
    return float(np.logaddexp(0, pos_scores[:, None] - neg_scores).mean())


def _pointwise(pos_scores: Floats, neg_scores: Floats) -> float:
    own, others = np.logaddexp(0, -pos_scores).mean(), np.logaddexp(0, neg_scores).mean()
    return float(own + others)


def _no_logarithm(pos_scores: Floats, neg_scores: Floats) -> float:
    return float(-np.exp(-np.logaddexp(0, neg_scores - pos_scores[:, None])).mean())


def _wrong_axis(pos_scores: Floats, neg_scores: Floats) -> float:
    return float(np.logaddexp(0, neg_scores - pos_scores).mean())


def _wrapped(pos_scores: Floats, neg_scores: Floats) -> float:
    return bpr_loss(np.zeros(len(pos_scores)), -(pos_scores[:, None] - neg_scores).astype(float))


def _mean_of_negatives(pos_scores: Floats, neg_scores: Floats) -> float:
    return bpr_loss(pos_scores, neg_scores.mean(axis=1, keepdims=True))


HIDDEN = Hidden(
    Exercise(
        name="bpr_loss",
        summary="Bayesian personalised ranking: taken items have to score above the others.",
        parameters=(
            Parameter("pos_scores", "(N,) array: the score of each user's positive item"),
            Parameter("neg_scores", "(N, K) array: the scores of K negative items of each user"),
        ),
        returns="one float, the loss: the mean over the N * K pairs",
        conventions=(
            "A pair costs -log sigmoid(positive - negative), natural logarithm; no regularisation.",
            "A positive is compared with the negatives of its own row only; N, K >= 1.",
            "Scores may be as large as 5,000 or as small as -5,000; nothing is clipped.",
            "Scores may be integers, unsigned ones too (stars): 3 - 5 is -2.",
            "pos_scores and neg_scores come back unchanged.",
        ),
        example=(
            (
                "round(bpr_loss(np.array([1.0, 0.0]), np.array([[1.0], [2.0]])), 4)",
                "1.41",
            ),
        ),
    ),
    bpr_loss,
    (
        Family(Category.BASIC, "one negative each", _one_negative, 4),
        Family(Category.BASIC, "some negatives each", _some_negatives, 4),
        Family(Category.SHAPE, "one user", _one_user),
        Family(Category.SHAPE, "as many users as negatives", _square),
        Family(Category.DTYPE, "float32", _single_precision),
        Family(Category.DTYPE, "integers", _integers),
        Family(Category.DTYPE, "stars of 8 bits", _unsigned, 1),
        Family(Category.EDGE, "some equal scores", _equal_scores),
        Family(Category.EDGE, "all in order", _all_in_order, 1),
        Family(Category.EDGE, "all in reversed order", _all_reversed, 1),
        Family(Category.STABILITY, "a positive far behind", _far_behind),
        Family(Category.STABILITY, "a positive far ahead", _far_ahead),
        Family(Category.STABILITY, "huge scores near each other", _huge),
        Family(Category.ALIASING, "the inputs stay as they were", _some_negatives),
        Family(Category.LARGE, "thousands of users", _many, 1),
    ),
    (
        Suspect("the losses of all pairs are added; their mean is asked", _summed),
        Suspect(
            "the losses of a user's negatives are added; their mean is asked", _sum_over_negatives
        ),
        Suspect("positive and negative are swapped", _swapped),
        Suspect("positives and negatives are judged one by one, not as pairs", _pointwise),
        Suspect("the logarithm is missing", _no_logarithm),
        Suspect("scores (N,) are broadcast along the wrong axis of (N, K)", _wrong_axis),
        Suspect("the difference of unsigned integers wraps around", _wrapped),
        Suspect("the negatives are averaged before the loss", _mean_of_negatives),
    ),
)
