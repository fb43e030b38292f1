"""Labels and scores for the metrics' cases."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.random import Generator
    from numpy.typing import NDArray

    from quizml.references.hidden import Arguments

    Floats = NDArray[np.float64]
    Integers = NDArray[np.int64]


def spaced(rng: Generator, count: int) -> Floats:
    """Scores between 0 and 1, no two alike even in float32."""
    return np.asarray(rng.permutation(np.linspace(0.03, 0.97, max(count, 2)))[:count])


def mixed(rng: Generator, positives: int, negatives: int) -> Integers:
    """So many ones and zeros, in any order."""
    return np.asarray(rng.permutation(np.repeat([1, 0], [positives, negatives])), dtype=np.int64)


def both(y_true: object, y_score: object) -> Arguments:
    """Labels with their scores."""
    return {"y_true": np.asarray(y_true), "y_score": np.asarray(y_score)}


def scored(rng: Generator, positives: int, negatives: int) -> Arguments:
    """So many of each class, with scores that differ and say something about the class."""
    y_true = mixed(rng, positives, negatives)
    count = positives + negatives
    order = np.argsort(rng.normal(0, 1, count) + y_true)
    y_score = np.empty(count)
    y_score[order] = np.sort(spaced(rng, count))
    return both(y_true, y_score)


def some(rng: Generator, size: int) -> Arguments:
    """At least two of each class."""
    return scored(rng, *(int(n) for n in rng.integers(2, 2 + 2 * size, 2)))


def more_negatives(rng: Generator, size: int) -> Arguments:
    """Positives are rare."""
    return scored(rng, 2, 6 * size)


def single_precision(rng: Generator, size: int) -> Arguments:
    """Scores in float32."""
    found = some(rng, size)
    return found | {"y_score": found["y_score"].astype(np.float32)}


def truth_values(rng: Generator, size: int) -> Arguments:
    """Labels that are True and False."""
    found = some(rng, size)
    return found | {"y_true": found["y_true"].astype(bool)}


def bytes_as_scores(rng: Generator, size: int) -> Arguments:
    """Whole numbers from 0 to 255, of a kind that cannot be negated; 0 is the worst of them."""
    y_true = mixed(rng, size + 1, size + 1)
    y_score = rng.choice(np.arange(1, 256), 2 * size + 2, replace=False)
    y_score[np.argmax(y_true)] = 0
    return both(y_true, y_score.astype(np.uint8))


def logits(rng: Generator, size: int) -> Arguments:
    """Scores of either sign, far outside 0 to 1."""
    found = some(rng, size)
    return found | {"y_score": 40 * found["y_score"] - 25}


def ranked_perfectly(rng: Generator, size: int) -> Arguments:
    """Every positive above every negative."""
    y_true = mixed(rng, size + 1, size + 2)
    return both(y_true, spaced(rng, len(y_true)) + y_true)


def all_equal(rng: Generator, size: int) -> Arguments:
    """One score for all."""
    y_true = mixed(rng, *(int(n) for n in rng.integers(1, 2 + size, 2)))
    return both(y_true, np.full(len(y_true), rng.integers(1, 8) / 8))


def nearly_equal(rng: Generator, size: int) -> Arguments:
    """Scores that differ only in the twelfth digit, yet differ."""
    found = some(rng, size)
    return found | {"y_score": 0.5 + found["y_score"] * 1e-10}


def tied(rng: Generator, size: int) -> Arguments:
    """Few different scores; the best one and the worst belong to both classes."""
    count = 4 * size
    y_true = np.concatenate([[1, 0, 1, 0], mixed(rng, count, count)])
    y_score = np.concatenate([[0.75, 0.75, 0.25, 0.25], rng.choice([0.25, 0.5, 0.75], 2 * count)])
    order = rng.permutation(len(y_true))
    return both(y_true[order], y_score[order])


def one_class(rng: Generator, size: int, label: int) -> Arguments:
    """Positives alone, or negatives alone."""
    return both(np.full(size + 1, label), spaced(rng, size + 1))


def many(rng: Generator, size: int) -> Arguments:
    """Hundreds of samples."""
    return scored(rng, 150 * size, 250 * size)
