"""Re-ranking by maximal marginal relevance."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from quizml.model.exercises import Category, Exercise, Parameter, Returns
from quizml.references.hidden import Arguments, Family, Hidden, Suspect

if TYPE_CHECKING:
    from numpy.random import Generator
    from numpy.typing import ArrayLike, NDArray

    Indices = NDArray[np.int64]


def mmr_rerank(scores: ArrayLike, similarity: ArrayLike, k: int, lam: float = 0.5) -> Indices:
    r"""The indices of min(k, n) of n items in the order in which they are chosen.

    Each turn takes, of those left, the item with the largest $\lambda s_i - (1 - \lambda) \max_{j
    \in S} \mathrm{sim}_{ij}$; S are those chosen so far. The first is the one with the best score.
    Among equals the smaller index goes first. Keeping each item's largest similarity up to date
    makes a turn O(n), and all of it O(k n).
    Source: Carbonell, Goldstein 1998, The Use of MMR, SIGIR, doi:10.1145/290941.291025.

    >>> near = [[1.0, 0.9, 0.1], [0.9, 1.0, 0.1], [0.1, 0.1, 1.0]]
    >>> mmr_rerank([0.9, 0.8, 0.5], near, 3).tolist()
    [0, 2, 1]
    """
    scores = np.asarray(scores, dtype=np.float64)
    similarity = np.asarray(similarity, dtype=np.float64)
    left = np.ones(len(scores), dtype=bool)
    nearest = np.full(len(scores), -np.inf)
    chosen: list[int] = []
    for turn in range(min(k, len(scores))):
        values = lam * scores - (1 - lam) * nearest if turn else scores
        best = int(np.argmax(np.where(left, values, -np.inf)))
        chosen.append(best)
        left[best] = False
        nearest = np.maximum(nearest, similarity[best])
    return np.array(chosen, dtype=np.int64)


def _drawn(rng: Generator, count: int, k: int, lam: float | None = None) -> Arguments:
    """Cosines of vectors in few dimensions, none below 0."""
    vectors = np.abs(rng.normal(0, 1, (count, 3)))
    vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
    similarity = vectors @ vectors.T
    drawn = {"scores": rng.uniform(0, 1, count), "similarity": (similarity + similarity.T) / 2}
    return drawn | {"k": k} | ({} if lam is None else {"lam": lam})


def _some(rng: Generator, size: int) -> Arguments:
    return _drawn(rng, 2 * size + 3, size + 3)


def _other_lambda(rng: Generator, size: int) -> Arguments:
    return _some(rng, size) | {"lam": float(rng.choice([0.2, 0.3, 0.7, 0.8]))}


def _all_of_them(rng: Generator, size: int) -> Arguments:
    return _drawn(rng, 2 * size + 2, 2 * size + 2, 0.6)


def _single_precision(rng: Generator, size: int) -> Arguments:
    drawn = _some(rng, size)
    return drawn | {name: drawn[name].astype(np.float32) for name in ("scores", "similarity")}


def _integer_scores(rng: Generator, size: int) -> Arguments:
    drawn = _some(rng, size)
    return drawn | {"scores": rng.permutation(2 * size + 3), "lam": 0.25}


def _too_many_asked(rng: Generator, size: int) -> Arguments:
    return _drawn(rng, size + 2, size + 4)


def _one_asked(rng: Generator, size: int) -> Arguments:
    return _drawn(rng, size + 2, 1)


def _none_asked(rng: Generator, size: int) -> Arguments:
    return _drawn(rng, size + 2, 0)


def _no_items(rng: Generator, size: int) -> Arguments:
    return _drawn(rng, 0, size)


def _scores_alone(rng: Generator, size: int) -> Arguments:
    return _some(rng, size) | {"lam": 1.0}


def _opposites(rng: Generator, size: int) -> Arguments:
    """Most similarities are below 0: being unlike all that was chosen is worth something."""
    drawn = _drawn(rng, 2 * size + 4, size + 4, 0.3)
    below = rng.uniform(-0.95, 0.4, (2 * size + 4, 2 * size + 4))
    similarity = (below + below.T) / 2
    np.fill_diagonal(similarity, 1.0)
    return drawn | {"similarity": similarity}


def _bad_scores(rng: Generator, size: int) -> Arguments:
    drawn = _some(rng, size)
    return drawn | {"scores": drawn["scores"] - 5}


def _twins(rng: Generator, size: int) -> Arguments:
    """Quarters, so that equal values are exactly equal."""
    count = 2 * size + 3
    similarity = np.triu(rng.integers(0, 4, (count, count)) / 4, 1)
    similarity += similarity.T + np.eye(count)
    return {
        "scores": rng.integers(0, 3, count) / 4,
        "similarity": similarity,
        "k": size + 3,
        "lam": 0.5,
    }


def _many(rng: Generator, size: int) -> Arguments:
    return _drawn(rng, 50 * size, 10 * size)


def _fair(arguments: Arguments) -> bool:
    """Whether each turn's best stands out; exact quarters may be equal."""
    scores, similarity = (np.asarray(arguments[n], np.float64) for n in ("scores", "similarity"))
    lam = arguments.get("lam", 0.5)
    quarters = np.all(scores % 0.25 == 0) and np.all(similarity % 0.25 == 0)
    if quarters and lam == 0.5:
        return True
    margin = 1e-5 if arguments["scores"].dtype == np.float32 else 1e-9
    chosen = mmr_rerank(**arguments).tolist()
    for turn, best in enumerate(chosen):
        nearest = similarity[:, chosen[:turn]].max(axis=1) if turn else np.zeros(len(scores))
        values = lam * scores - (1 - lam) * nearest
        others = np.delete(values, chosen[: turn + 1])
        if np.any(others > values[best] - margin):
            return False
    return True


def _by_score(scores: Any, k: int, **_: Any) -> Indices:
    return np.argsort(-scores, kind="stable")[:k]


def _greedy(penalty: Any, scores: Any, similarity: Any, k: int, lam: float) -> Indices:
    chosen: list[int] = []
    for _ in range(min(k, len(scores))):
        taken = penalty(similarity[:, chosen]) if chosen else np.zeros(len(scores))
        values = lam * scores - (1 - lam) * taken
        values[chosen] = -np.inf
        chosen.append(int(values.argmax()))
    return np.array(chosen, dtype=np.int64)


def _mean(scores: Any, similarity: Any, k: int, lam: float = 0.5) -> Indices:
    return _greedy(lambda s: s.mean(axis=1), scores, similarity, k, lam)


def _last(scores: Any, similarity: Any, k: int, lam: float = 0.5) -> Indices:
    return _greedy(lambda s: s[:, -1], scores, similarity, k, lam)


def _from_zero(scores: Any, similarity: Any, k: int, lam: float = 0.5) -> Indices:
    return _greedy(lambda s: s.max(axis=1, initial=0), scores, similarity, k, lam)


def _lambda_swapped(scores: Any, similarity: Any, k: int, lam: float = 0.5) -> Indices:
    return mmr_rerank(scores, similarity, k, 1 - lam)


HIDDEN = Hidden(
    Exercise(
        name="mmr_rerank",
        summary="Re-rank items by maximal marginal relevance: good ones, unlike those before.",
        parameters=(
            Parameter("scores", "array (n,): the relevance of each item"),
            Parameter("similarity", "array (n, n), symmetric: how alike two items are"),
            Parameter("k", "an integer, 0 or more: how many to choose"),
            Parameter("lam", "above 0, at most 1: the weight of relevance", "0.5"),
        ),
        returns="array (min(k, n),) of integers: the chosen items in the order of choice",
        kind=Returns.INTEGER,
        conventions=(
            "The first is the item with the largest score.",
            "Then, each time, the item with the largest lam * score - (1 - lam) * m.",
            "m is its largest similarity to any item chosen so far; it may be below 0.",
            "Among equal values the smaller index is chosen.",
            "Scores may be below 0. n and k may be 0; k may be more than n.",
            "scores and similarity come back unchanged.",
        ),
        example=(
            (
                "mmr_rerank(np.array([9, 8, 5]), np.array([[9, 9, 1], [9, 9, 1], [1, 1, 9]]), 3)",
                "array([0, 2, 1])",
            ),
        ),
    ),
    mmr_rerank,
    (
        Family(Category.BASIC, "a few items", _some, 4),
        Family(Category.BASIC, "another lambda", _other_lambda, 4),
        Family(Category.BASIC, "all of them, in order", _all_of_them, 4),
        Family(Category.DTYPE, "float32", _single_precision),
        Family(Category.DTYPE, "integer scores", _integer_scores),
        Family(Category.EDGE, "more asked for than there are", _too_many_asked),
        Family(Category.EDGE, "one asked for", _one_asked),
        Family(Category.EDGE, "none asked for", _none_asked, 1),
        Family(Category.EDGE, "no items", _no_items, 1),
        Family(Category.EDGE, "lambda 1", _scores_alone, 1),
        Family(Category.EDGE, "similarities below 0", _opposites, 6),
        Family(Category.EDGE, "scores below 0", _bad_scores, 1),
        Family(Category.ALIASING, "the inputs stay as they were", _some),
        Family(Category.TIES, "equal values", _twins, 4),
        Family(Category.LARGE, "hundreds of items", _many, 1),
    ),
    (
        Suspect("sorted by score: similarity plays no part", _by_score),
        Suspect("the mean similarity to those chosen instead of the largest", _mean),
        Suspect("the similarity to the last chosen alone", _last),
        Suspect("similarities below 0 count as 0", _from_zero),
        Suspect("lam and 1 - lam are swapped", _lambda_swapped),
    ),
    fair=_fair,
)
