"""InfoNCE loss of contrastive learning."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from quizml.model.exercises import Category, Closeness, Exercise, Parameter
from quizml.references.hidden import Arguments, Family, Hidden, Suspect
from quizml.references.losses._shared import log_softmax

if TYPE_CHECKING:
    from numpy.random import Generator
    from numpy.typing import ArrayLike, NDArray

    Floats = NDArray[np.float64]


def info_nce(
    queries: ArrayLike, positives: ArrayLike, negatives: ArrayLike, temperature: float = 0.07
) -> float:
    r"""The mean over the queries of $-\log (e^{s_0/\tau} / \sum_{i=0}^K e^{s_i/\tau})$.

    queries (N, D); positives (N, D), row n belongs to query n; negatives (K, D), the same for
    all queries. s_0 is the cosine similarity of a query with its positive, s_1 ... s_K those
    with the negatives, tau the temperature. So it is the cross-entropy of K + 1 candidates with
    the positive as the right one, which stands in the denominator, too.
    Source: van den Oord et al. 2018, arXiv:1807.03748, equation 4; He et al. 2019,
    arXiv:1911.05722, equation 1, for the queue of negatives.

    >>> round(info_nce([[2.0, 0.0]], [[3.0, 0.0]], [[0.0, 5.0]], temperature=1.0), 4)
    0.3133
    """
    groups = [np.asarray(group, dtype=np.float64) for group in (queries, positives, negatives)]
    q, k, others = (group / np.linalg.norm(group, axis=1, keepdims=True) for group in groups)
    own = (q * k).sum(axis=1, keepdims=True)
    similarities = np.hstack([own, q @ others.T])
    return float(-log_softmax(similarities / temperature)[:, 0].mean())


def _vectors(rng: Generator, count: int, width: int) -> Floats:
    """Of any length between 0.3 and 3."""
    x = rng.normal(0, 1, (count, width))
    lengths = rng.uniform(0.3, 3, (count, 1))
    return np.asarray(lengths * x / np.linalg.norm(x, axis=1, keepdims=True))


def _task(rng: Generator, queries: int, negatives: int, width: int) -> Arguments:
    """Positives half like their queries: the task is neither solved nor hopeless."""
    q = _vectors(rng, queries, width)
    return {
        "queries": q,
        "positives": 0.5 * q + _vectors(rng, queries, width),
        "negatives": _vectors(rng, negatives, width),
    }


def _small(rng: Generator, size: int) -> Arguments:
    return _task(rng, size + 1, size + 2, 4)


def _other_temperature(rng: Generator, size: int) -> Arguments:
    return _small(rng, size) | {"temperature": float(rng.choice([0.1, 0.2, 0.5, 1.0]))}


def _one_query(rng: Generator, size: int) -> Arguments:
    return _task(rng, 1, size + 2, size + 2)


def _one_negative(rng: Generator, size: int) -> Arguments:
    return _task(rng, size + 2, 1, 4) | {"temperature": 0.5}


def _all_square(rng: Generator, size: int) -> Arguments:
    return _task(rng, size + 2, size + 2, size + 2)


def _more_queries(rng: Generator, size: int) -> Arguments:
    return _task(rng, 2 * size + 2, size, 3)


def _single_precision(rng: Generator, size: int) -> Arguments:
    drawn = {name: value.astype(np.float32) for name, value in _small(rng, size).items()}
    return drawn | {"temperature": 0.2}


def _integers(rng: Generator, size: int) -> Arguments:
    drawn = _small(rng, size)
    return {name: np.where(x > 0, 1, -1) * rng.integers(1, 4, x.shape) for name, x in drawn.items()}


def _opposite(rng: Generator, size: int) -> Arguments:
    drawn = _small(rng, size)
    return drawn | {"positives": -drawn["queries"]}


def _copy_among_negatives(rng: Generator, size: int) -> Arguments:
    """One negative is the first query's positive once more."""
    drawn = _small(rng, size)
    drawn["negatives"][0] = 2 * drawn["positives"][0]
    return drawn


def _equal_negatives(rng: Generator, size: int) -> Arguments:
    drawn = _small(rng, size)
    return drawn | {"negatives": np.tile(drawn["negatives"][:1], (size + 2, 1))}


def _cold(rng: Generator, size: int) -> Arguments:
    return _small(rng, size) | {"temperature": float(rng.choice([1e-3, 5e-4]))}


def _short(rng: Generator, size: int) -> Arguments:
    return {name: x * 1e-6 for name, x in _small(rng, size).items()}


def _long(rng: Generator, size: int) -> Arguments:
    return {name: x * 1e6 for name, x in _small(rng, size).items()}


def _many(rng: Generator, size: int) -> Arguments:
    return _task(rng, 25 * size, 100 * size, 16)


def _not_solved(arguments: Arguments) -> bool:
    """A loss near 0 is the difference of numbers that are not: last digits would decide."""
    groups = (arguments[name] for name in ("queries", "positives", "negatives"))
    lengths = [np.linalg.norm(group, axis=1) for group in groups]
    return all(np.all(each > 0) for each in lengths) and info_nce(**arguments) > 0.05


def _raw(queries: Any, positives: Any, negatives: Any) -> Floats:
    own = (queries * positives).sum(axis=1, keepdims=True)
    return np.hstack([own, queries @ negatives.T])


def _not_normalised(
    queries: Any, positives: Any, negatives: Any, temperature: float = 0.07
) -> float:
    return float(-log_softmax(_raw(queries, positives, negatives) / temperature)[:, 0].mean())


def _cosines(queries: Any, positives: Any, negatives: Any) -> Floats:
    groups = (queries, positives, negatives)
    return _raw(*(x / np.linalg.norm(x, axis=1, keepdims=True) for x in groups))


def _positive_left_out(
    queries: Any, positives: Any, negatives: Any, temperature: float = 0.07
) -> float:
    s = _cosines(queries, positives, negatives) / temperature
    top = s.max(axis=1)
    return float((np.log(np.exp(s[:, 1:] - top[:, None]).sum(axis=1)) + top - s[:, 0]).mean())


def _multiplied(queries: Any, positives: Any, negatives: Any, temperature: float = 0.07) -> float:
    return info_nce(queries, positives, negatives, 1 / temperature)


def _default_temperature(queries: Any, positives: Any, negatives: Any, **_: float) -> float:
    return info_nce(queries, positives, negatives)


def _summed(queries: Any, positives: Any, negatives: Any, temperature: float = 0.07) -> float:
    return len(queries) * info_nce(queries, positives, negatives, temperature)


def _other_queries_too(
    queries: Any, positives: Any, negatives: Any, temperature: float = 0.07
) -> float:
    each = range(len(queries))
    losses = [
        info_nce(
            queries[i : i + 1],
            positives[i : i + 1],
            np.vstack([np.delete(positives, i, axis=0), negatives]),
            temperature,
        )
        for i in each
    ]
    return float(np.mean(losses))


HIDDEN = Hidden(
    Exercise(
        name="info_nce",
        summary="InfoNCE: how well each query tells its positive from the negatives.",
        parameters=(
            Parameter("queries", "(N, D) array, a vector a row"),
            Parameter("positives", "(N, D) array: row n is the positive of query n"),
            Parameter("negatives", "(K, D) array: negatives of every query"),
            Parameter("temperature", "similarities are divided by it; above 0", "0.07"),
        ),
        returns="one float, the loss: the mean over the N queries",
        conventions=(
            "Similarity is the cosine; the vectors come unnormalised, none is zero.",
            "Each query has K + 1 candidates: its own positive and the K negatives; K >= 1.",
            "Positives of other queries are no candidates.",
            "Lengths may be 1e-7 or 1e7, the temperature 0.0005; inputs come back unchanged.",
        ),
        closeness=Closeness(rtol=1e-6),
        example=(
            (
                "round(info_nce(np.eye(2), np.eye(2), np.array([[1.0, 1.0]]), temperature=1.0), 4)",
                "0.5574",
            ),
        ),
    ),
    info_nce,
    (
        Family(Category.BASIC, "a few queries and negatives", _small, 3),
        Family(Category.BASIC, "another temperature", _other_temperature, 3),
        Family(Category.SHAPE, "one query", _one_query),
        Family(Category.SHAPE, "one negative", _one_negative),
        Family(Category.SHAPE, "as many of everything", _all_square),
        Family(Category.SHAPE, "more queries than negatives", _more_queries),
        Family(Category.DTYPE, "float32", _single_precision),
        Family(Category.DTYPE, "integers", _integers),
        Family(Category.EDGE, "positives opposite to their queries", _opposite),
        Family(Category.EDGE, "a copy of a positive among the negatives", _copy_among_negatives),
        Family(Category.EDGE, "equal negatives", _equal_negatives, 1),
        Family(Category.STABILITY, "a very low temperature", _cold),
        Family(Category.STABILITY, "very short vectors", _short, 1),
        Family(Category.STABILITY, "very long vectors", _long, 1),
        Family(Category.ALIASING, "the inputs stay as they were", _small),
        Family(Category.LARGE, "hundreds of negatives", _many, 1),
    ),
    (
        Suspect("the vectors are not normalised; similarity is the cosine", _not_normalised),
        Suspect("the positive is missing in the denominator", _positive_left_out),
        Suspect("similarities are multiplied by the temperature", _multiplied),
        Suspect("the argument `temperature` is ignored", _default_temperature),
        Suspect("the losses are added; their mean is asked", _summed),
        Suspect("positives of other queries count as negatives", _other_queries_too),
    ),
    fair=_not_solved,
)
