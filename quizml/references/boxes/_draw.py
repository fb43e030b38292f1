"""Boxes to draw cases from, for the exercises of this folder."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from quizml.model.exercises import Category
from quizml.references.hidden import Arguments, Family

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.random import Generator
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]

TRIES = 60


def around(rng: Generator, count: int, half: int = 6) -> Floats:
    """Boxes around a common centre, so that any two overlap; corners on a grid of quarters."""
    corners = [
        rng.integers(0, 4 * half, (count, 2)),
        rng.integers(4 * half + 1, 8 * half, (count, 2)),
    ]
    return np.asarray(np.hstack(corners) / 4, dtype=np.float64)


def scattered(rng: Generator, count: int) -> Floats:
    """Boxes here and there: some overlap, some do not, some lie inside another."""
    corner = rng.integers(0, 80, (count, 2)) / 4
    return np.hstack([corner, corner + rng.integers(4, 60, (count, 2)) / 4])


def crowd(rng: Generator, count: int) -> Floats:
    """Groups of boxes around a few places, as a detector gives them."""
    places = rng.uniform(0, 40, (max(count // 3, 1), 2))
    corner = places[rng.integers(0, len(places), count)] + rng.uniform(0, 4, (count, 2))
    boxes = np.hstack([corner, corner + rng.uniform(6, 12, (count, 2))])
    return np.asarray(boxes.round(2), dtype=np.float64)


def ranks(rng: Generator, count: int) -> Floats:
    """Scores in no order, different by enough that float32 keeps their order."""
    return np.asarray(rng.permutation(np.linspace(0.05, 0.95, max(count, 2)))[:count])


def as_single(arguments: Arguments) -> Arguments:
    """The arguments with float32 for float64."""
    return {
        name: value.astype(np.float32)
        if isinstance(value, np.ndarray) and value.dtype == np.float64
        else value
        for name, value in arguments.items()
    }


def telling(
    make: Callable[[Generator, int], Arguments],
    solve: Callable[..., Any],
    *rivals: Callable[..., Any],
    agreeing: tuple[Callable[..., Any], ...] = (),
) -> Callable[[Generator, int], Arguments]:
    """`make`, drawn until no rival answers like `solve`, and all that are to agree do.

    So a case tells apart what it is there to tell apart, and leaves the rest to other families.
    """

    def drawn(rng: Generator, size: int) -> Arguments:
        for _ in range(TRIES):
            arguments = make(rng, size)
            want = solve(**arguments)
            if not any(_alike(want, rival(**arguments)) for rival in rivals) and all(
                _alike(want, other(**arguments)) for other in agreeing
            ):
                break
        return arguments

    return drawn


def _alike(a: Any, b: Any) -> bool:
    if isinstance(a, tuple):
        return all(map(_alike, a, b))
    a, b = np.asarray(a), np.asarray(b)
    return a.shape == b.shape and np.allclose(a, b, rtol=1e-3, atol=1e-5)


def pairs(a: Any, b: Any) -> Arguments:
    """Two sets of boxes."""
    return {"boxes_a": np.asarray(a), "boxes_b": np.asarray(b)}


def _one_overlapping_pair(rng: Generator, size: int) -> Arguments:  # noqa: ARG001
    wide, high = rng.integers(2, 9, 2)
    a = [0.0, 0.0, 2.0 * wide, 2.0 * high]
    return pairs([a], [[wide, high / 2, 3.0 * wide, 4.0 * high]])


def _one_pair_apart(rng: Generator, size: int) -> Arguments:  # noqa: ARG001
    wide, high, gap = rng.integers(2, 9, 3)
    a = [0.0, 0.0, 2.0 * wide, float(high)]
    return pairs([a], [[2.0 * wide + gap, high / 2, 3.0 * wide + gap, 2.0 * high + gap]])


def _every_pair(rng: Generator, size: int) -> Arguments:
    return pairs(scattered(rng, size), scattered(rng, size))


def _more_of_one(rng: Generator, size: int) -> Arguments:
    counts = rng.permutation([size, size + 2])
    return pairs(scattered(rng, counts[0]), scattered(rng, counts[1]))


def _one_against_many(rng: Generator, size: int) -> Arguments:
    return pairs(*(scattered(rng, n) for n in rng.permutation([1, size + 1])))


def _integer_corners(rng: Generator, size: int) -> Arguments:
    return pairs(*((4 * scattered(rng, size)).astype(np.int64) for _ in "ab"))


def _single_precision(rng: Generator, size: int) -> Arguments:
    return as_single(_every_pair(rng, size))


def _no_boxes(rng: Generator, size: int) -> Arguments:
    return pairs(*(scattered(rng, n) for n in rng.permutation([0, size])))


def _apart(rng: Generator, size: int) -> Arguments:
    """Disjoint along both axes: two negative sides must not make a positive overlap."""
    return pairs(around(rng, size), around(rng, size) + rng.integers(20, 200))


def _touching(rng: Generator, size: int) -> Arguments:
    a = around(rng, size)
    b = a + np.tile(a[:, 2:] - a[:, :2], 2) * np.array([1.0, 0.0, 1.0, 0.0])
    return pairs(a, b)


def _same_and_inside(rng: Generator, size: int) -> Arguments:
    a = around(rng, size)
    return pairs(a, np.vstack([a, a + np.array([0.125, 0.0625, -0.0625, -0.03125])]))


def _normalised(rng: Generator, size: int) -> Arguments:
    return pairs(scattered(rng, size) / 50, scattered(rng, size) / 50)


def _tiny(rng: Generator, size: int) -> Arguments:
    return pairs(scattered(rng, size) * 1e-6, scattered(rng, size) * 1e-6)


def _many_pairs(rng: Generator, size: int) -> Arguments:
    return pairs(*(scattered(rng, n) for n in (40 * size, 25 * size)))


def pair_families(*edges: Family) -> tuple[Family, ...]:
    """Cases for a measure of every box in one set with every box in another, `edges` among them."""
    return (
        Family(Category.BASIC, "two boxes that overlap", _one_overlapping_pair),
        Family(Category.BASIC, "two boxes apart", _one_pair_apart),
        Family(Category.BASIC, "every box with every other", _every_pair),
        Family(Category.SHAPE, "more boxes in one set", _more_of_one, 3),
        Family(Category.SHAPE, "one box against many", _one_against_many),
        Family(Category.DTYPE, "integer corners", _integer_corners),
        Family(Category.DTYPE, "float32", _single_precision),
        Family(Category.EDGE, "no boxes in one set", _no_boxes),
        Family(Category.EDGE, "far apart along both axes", _apart),
        Family(Category.EDGE, "touching sides", _touching),
        Family(Category.EDGE, "the same box, and one inside it", _same_and_inside),
        *edges,
        Family(Category.STABILITY, "coordinates between 0 and 1", _normalised),
        Family(Category.STABILITY, "very small boxes", _tiny),
        Family(Category.ALIASING, "the inputs stay as they were", _more_of_one),
        Family(Category.LARGE, "thousands of pairs", _many_pairs, 1),
    )
