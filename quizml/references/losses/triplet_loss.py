"""Triplet loss of embeddings."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from quizml.model.exercises import Category, Exercise, Parameter
from quizml.references.hidden import Arguments, Family, Hidden, Suspect

if TYPE_CHECKING:
    from numpy.random import Generator
    from numpy.typing import ArrayLike, NDArray

    Floats = NDArray[np.float64]


def triplet_loss(
    anchor: ArrayLike,
    positive: ArrayLike,
    negative: ArrayLike,
    margin: float = 1.0,
    squared: bool = False,
) -> float:
    r"""The mean over the triplets of $\max(0, d(a, p) - d(a, n) + margin)$.

    anchor, positive and negative are (N, D), row n of each is one triplet; d is the Euclidean
    distance, or its square if `squared`. Triplets that cost 0 count in the mean. The distance
    comes from the difference itself: expanding the square cancels far from the origin.
    Source: Schroff et al. 2015, arXiv:1503.03832, section 3.1 (squared); PyTorch,
    TripletMarginLoss (not squared).

    >>> a, p, n = [[0.0, 0.0]] * 2, [[3.0, 4.0]] * 2, [[0.0, 5.5], [9.0, 0.0]]
    >>> triplet_loss(a, p, n), triplet_loss(a, p, n, squared=True)
    (0.25, 0.0)
    """
    a, p, n = (np.asarray(x, dtype=np.float64) for x in (anchor, positive, negative))
    near, far = ((a - p) ** 2).sum(axis=1), ((a - n) ** 2).sum(axis=1)
    if not squared:
        near, far = np.sqrt(near), np.sqrt(far)
    return float(np.maximum(near - far + margin, 0).mean())


def _triplets(rng: Generator, count: int, width: int) -> Arguments:
    """Positives and negatives equally near, but the first triplet is clear, the second not."""
    anchor = rng.normal(0, 1, (count, width))
    steps = rng.normal(0, 1, (2, count, width))
    lengths = rng.uniform(0.4, 2.0, (2, count, 1))
    lengths[0, :2, 0], lengths[1, :2, 0] = (0.3, 2.0)[:count], (4.0, 0.5)[:count]
    steps *= lengths / np.linalg.norm(steps, axis=2, keepdims=True)
    return {"anchor": anchor, "positive": anchor + steps[0], "negative": anchor + steps[1]}


def _small(rng: Generator, size: int) -> Arguments:
    return _triplets(rng, size + 2, 4)


def _squared(rng: Generator, size: int) -> Arguments:
    return _triplets(rng, size + 2, 3) | {"squared": True}


def _other_margin(rng: Generator, size: int) -> Arguments:
    return _small(rng, size) | {"margin": float(rng.choice([0.2, 0.5, 3.0]))}


def _one_triplet(rng: Generator, size: int) -> Arguments:
    drawn = _triplets(rng, 2, size + 1)
    return {name: x[1:] for name, x in drawn.items()}


def _square(rng: Generator, size: int) -> Arguments:
    return _triplets(rng, size + 2, size + 2) | {"squared": bool(rng.integers(2))}


def _one_number_each(rng: Generator, size: int) -> Arguments:
    return _triplets(rng, size + 2, 1)


def _single_precision(rng: Generator, size: int) -> Arguments:
    return {name: x.astype(np.float32) for name, x in _small(rng, size).items()}


def _integers(rng: Generator, size: int) -> Arguments:
    """Positives on the one side, negatives on the other: none is where its anchor is."""
    anchor = rng.integers(-2, 3, (size + 2, 3))
    steps = rng.integers(1, 4, (2, size + 2, 3))
    return {
        "anchor": anchor,
        "positive": anchor + steps[0],
        "negative": anchor - steps[1],
        "margin": 1.5,
    }


def _all_clear(rng: Generator, size: int) -> Arguments:
    drawn = _small(rng, size)
    far = drawn["anchor"] + 40 * (drawn["negative"] - drawn["anchor"])
    return drawn | {"negative": far}


def _positive_is_anchor(rng: Generator, size: int) -> Arguments:
    drawn = _small(rng, size)
    drawn["positive"][::2] = drawn["anchor"][::2]
    return drawn | {"margin": 2.5}


def _all_equal(rng: Generator, size: int) -> Arguments:
    """Collapsed: each triplet costs the margin."""
    drawn = _small(rng, size)
    copies = {name: drawn["anchor"].copy() for name in drawn}
    return copies | {"margin": round(float(rng.uniform(0.2, 2)), 2)}


def _no_margin(rng: Generator, size: int) -> Arguments:
    return _small(rng, size) | {"margin": 0.0}


def _far_from_origin(rng: Generator, size: int) -> Arguments:
    drawn = _small(rng, size)
    place = rng.uniform(1e6, 3e6, 4).round()
    return {name: x + place for name, x in drawn.items()} | {"squared": bool(rng.integers(2))}


def _many(rng: Generator, size: int) -> Arguments:
    return _triplets(rng, 1_000 * size, 32)


def _gaps(arguments: Arguments) -> Floats:
    points = [np.asarray(arguments[n], np.float64) for n in ("anchor", "positive", "negative")]
    power = 2 if arguments.get("squared") else 1
    near, far = (np.linalg.norm(points[0] - other, axis=1) ** power for other in points[1:])
    return np.asarray(near - far + arguments.get("margin", 1.0))


def _no_gap_near_zero(arguments: Arguments) -> bool:
    """Whether no triplet is so near the margin that last digits decide."""
    gaps = _gaps(arguments)
    return bool(np.all(np.abs(gaps) > 1e-4) and not 0 < np.maximum(gaps, 0).mean() < 0.01)


def _other_distance(
    anchor: Any, positive: Any, negative: Any, margin: float = 1.0, squared: bool = False
) -> float:
    return triplet_loss(anchor, positive, negative, margin, not squared)


def _summed(anchor: Any, positive: Any, negative: Any, **rest: Any) -> float:
    return len(anchor) * triplet_loss(anchor, positive, negative, **rest)


def _swapped(anchor: Any, positive: Any, negative: Any, **rest: Any) -> float:
    return triplet_loss(anchor, negative, positive, **rest)


def _unclipped(**arguments: Any) -> float:
    return float(_gaps(arguments).mean())


def _mean_over_active(**arguments: Any) -> float:
    gaps = _gaps(arguments)
    return float(gaps[gaps > 0].mean()) if np.any(gaps > 0) else 0.0


def _default_margin(
    anchor: Any,
    positive: Any,
    negative: Any,
    margin: float = 1.0,  # noqa: ARG001
    squared: bool = False,
) -> float:
    return triplet_loss(anchor, positive, negative, squared=squared)


def _from_positive(
    anchor: Any, positive: Any, negative: Any, margin: float = 1.0, squared: bool = False
) -> float:
    return triplet_loss(positive, anchor, negative, margin, squared)


def _whole_batch(**arguments: Any) -> float:
    flat = {n: np.ravel(arguments[n])[None] for n in ("anchor", "positive", "negative")}
    return triplet_loss(**(arguments | flat))


HIDDEN = Hidden(
    Exercise(
        name="triplet_loss",
        summary="Triplet loss: the positive has to be nearer than the negative, by a margin.",
        parameters=(
            Parameter("anchor", "(N, D) array, an embedding a row; floats or integers"),
            Parameter("positive", "(N, D) array: row n is of the same class as anchor n"),
            Parameter("negative", "(N, D) array: row n is of another class"),
            Parameter("margin", "by how much the negative has to be farther, at least 0", "1.0"),
            Parameter("squared", "True: squared Euclidean distances, as in FaceNet", "False"),
        ),
        returns="one float, the loss: the mean over the N triplets",
        conventions=(
            "A triplet costs max(0, d(a, p) - d(a, n) + margin), d the Euclidean distance.",
            "Nothing is normalised, and nothing is added to distances or under the root.",
            "Triplets that cost 0 count in the mean. Embeddings may lie far from the origin.",
            "The inputs come back unchanged.",
        ),
        example=(
            (
                "triplet_loss(np.zeros((1, 2)), np.array([[3, 4]]), np.array([[0, 5.5]]))",
                "0.5",
            ),
        ),
    ),
    triplet_loss,
    (
        Family(Category.BASIC, "a few triplets", _small, 3),
        Family(Category.BASIC, "squared distances", _squared, 3),
        Family(Category.BASIC, "another margin", _other_margin, 3),
        Family(Category.SHAPE, "one triplet", _one_triplet),
        Family(Category.SHAPE, "as many triplets as dimensions", _square),
        Family(Category.SHAPE, "one dimension", _one_number_each, 1),
        Family(Category.DTYPE, "float32", _single_precision),
        Family(Category.DTYPE, "integers", _integers),
        Family(Category.EDGE, "all beyond the margin", _all_clear, 1),
        Family(Category.EDGE, "positives equal to their anchors", _positive_is_anchor),
        Family(Category.EDGE, "all embeddings equal", _all_equal),
        Family(Category.EDGE, "margin 0", _no_margin),
        Family(Category.STABILITY, "far from the origin", _far_from_origin),
        Family(Category.ALIASING, "the inputs stay as they were", _small),
        Family(Category.LARGE, "thousands of triplets", _many, 1),
    ),
    (
        Suspect("distances are squared where they should not be, or the reverse", _other_distance),
        Suspect("the losses are added; their mean is asked", _summed),
        Suspect("positive and negative are swapped", _swapped),
        Suspect("losses below 0 are kept: max(0, ...) is missing", _unclipped),
        Suspect("triplets that cost 0 are left out of the mean", _mean_over_active),
        Suspect("the argument `margin` is ignored", _default_margin),
        Suspect("the negative's distance is taken from the positive", _from_positive),
        Suspect("one distance for the whole batch instead of one a row", _whole_batch),
    ),
    fair=_no_gap_near_zero,
)
