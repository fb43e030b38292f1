"""SimOTA's assignment: each object takes as many cheap candidates as its IoUs add up to."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from quizml.model.exercises import Category, Exercise, Parameter, Returns
from quizml.references.boxes._draw import as_single, telling
from quizml.references.hidden import Arguments, Family, Hidden, Suspect

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.random import Generator
    from numpy.typing import ArrayLike, NDArray

    Floats = NDArray[np.float64]
    Integers = NDArray[np.intp]


def simota_dynamic_k(cost: ArrayLike, ious: ArrayLike, q: int = 10) -> Integers:
    r"""For each candidate the object that it is to find, or -1: (N,).

    cost and ious (G, N), objects by candidates. Object g takes its
    $k_g = \max(1, \lfloor \sum \text{of its } q \text{ largest IoUs} \rfloor)$ cheapest
    candidates (all its IoUs where N < q; of equal costs the lower index). A candidate that several
    took stays with the one to which it is cheapest (the lower index again). So an object may end
    with fewer than k_g. No objects: all -1.
    Source: Ge et al. 2021, arXiv:2107.08430, section 2; YOLOX, dynamic_k_matching.

    >>> cost = [[1.0, 2.0, 5.0, 9.0], [8.0, 1.5, 1.2, 3.0]]
    >>> simota_dynamic_k(cost, np.full((2, 4), 0.5)).tolist()
    [0, 1, 1, -1]
    """
    cost = np.asarray(cost, dtype=np.float64)
    ious = np.asarray(ious, dtype=np.float64)
    largest = -np.sort(-ious, axis=1)[:, :q]
    counts = np.maximum(largest.sum(axis=1).astype(np.intp), 1)
    taken = np.zeros(cost.shape, dtype=bool)
    for row, mine, k in zip(cost, taken, counts, strict=True):
        mine[np.argsort(row, kind="stable")[:k]] = True
    owners = np.full(cost.shape[1], -1, dtype=np.intp)
    wanted = np.flatnonzero(taken.any(axis=0))
    if wanted.size:
        owners[wanted] = np.where(taken, cost, np.inf)[:, wanted].argmin(axis=0)
    return owners


def _drawn(rng: Generator, objects: int, candidates: int, good: float = 0.9) -> Arguments:
    """Costs as SimOTA has them: classification, 3 times -log IoU, and 1e5 away from the object.

    Objects stand in pairs: a candidate is near the two of a pair, far from all others.
    """
    ious = rng.uniform(0.05, good, (objects, candidates)).round(3)
    near = rng.permutation(np.arange(candidates) % ((objects + 1) // 2))
    far = np.arange(objects)[:, None] // 2 != near
    ious[far] = 0.0
    cost = rng.uniform(0.1, 2, ious.shape) - 3 * np.log(ious + 1e-8) + 1e5 * far
    return {"cost": cost.round(4), "ious": ious}


def _one_object(rng: Generator, size: int) -> Arguments:
    return _drawn(rng, 1, 2 * size + 2)


def _two_objects(rng: Generator, size: int) -> Arguments:
    return _drawn(rng, 2, 2 * size + 3)


def _many_candidates(rng: Generator, size: int) -> Arguments:
    return _drawn(rng, 2, 4 * size + 12)


def _other_q(rng: Generator, size: int) -> Arguments:
    return _drawn(rng, 2, 2 * size + 6) | {"q": int(rng.integers(2, 5))}


def _few_candidates(rng: Generator, size: int) -> Arguments:
    return _drawn(rng, 2, 1 + size // 2)


def _pairs_of_objects(rng: Generator, size: int) -> Arguments:
    return _drawn(rng, 2 * size, 8 * size)


def _integer_costs(rng: Generator, size: int) -> Arguments:
    found = _drawn(rng, 2, 2 * size + 3)
    costs = rng.permutation(4 * size + 6).reshape(2, -1) + 1
    return found | {"cost": costs.astype(np.int64)}


def _no_objects(rng: Generator, size: int) -> Arguments:
    return {"cost": np.zeros((0, size + 1)), "ious": np.zeros((0, size + 1))} | {
        "q": int(rng.integers(3, 10))
    }


def _no_candidates(rng: Generator, size: int) -> Arguments:
    return {"cost": np.zeros((size, 0)), "ious": np.zeros((size, 0))} | {
        "q": int(rng.integers(3, 10))
    }


def _early(rng: Generator, size: int) -> Arguments:
    """Early in training no box fits: the IoUs add up to less than 1."""
    return _drawn(rng, 2, size + 4, 0.06)


def _exact_sums(rng: Generator, size: int) -> Arguments:
    """Quarters that add up to a whole number: it is not rounded down any further."""
    found = _drawn(rng, 2, 2 * size + 4)
    ious = rng.choice([0.25, 0.5, 0.75], found["ious"].shape)
    ious[:, -4:] = rng.permutation([0.5, 0.75, 0.75, 1.0])
    return found | {"ious": ious}


def _cheap_but_poor(rng: Generator, size: int) -> Arguments:
    """The cheapest are not those of the largest IoU."""
    found = _drawn(rng, 2, 2 * size + 3)
    return found | {"cost": rng.permuted(found["cost"], axis=1)}


def _equal_costs(rng: Generator, size: int) -> Arguments:
    found = _drawn(rng, 2, 2 * size + 4)
    return found | {"cost": rng.choice([0.5, 1.0, 1.5], found["cost"].shape)}


def _many(rng: Generator, size: int) -> Arguments:
    return _drawn(rng, 10 * size, 200 * size)


def _no_close_call(arguments: Arguments) -> bool:
    """Whether neither the last digits nor the reading of the rule decide.

    YOLOX gives a candidate that several took to the cheapest of all objects, not only of those
    that took it; cases where that differs are not asked.
    """
    cost, ious = (np.asarray(arguments[n], dtype=np.float64) for n in ("cost", "ious"))
    if not cost.size:
        return True
    sums = (-np.sort(-ious, axis=1)[:, : arguments.get("q", 10)]).sum(axis=1)
    exact = bool(np.all(ious * 4 == np.rint(ious * 4)))
    if np.any(np.abs(sums - np.rint(sums)) < 1e-4) and not exact:
        return False
    if np.any(ious < 0) or any(_nearly_equal(line) for line in (*cost, *cost.T)):
        return False
    owners = simota_dynamic_k(**arguments)
    contested = np.flatnonzero(_takers(**arguments).sum(axis=0) > 1)
    return bool(np.all(owners[contested] == cost[:, contested].argmin(axis=0)))


def _nearly_equal(costs: Floats) -> bool:
    steps = np.diff(np.sort(costs))
    return bool(np.any((steps > 0) & (steps < 1e-5)))


def _takers(
    cost: NDArray[Any],
    ious: NDArray[Any],
    q: int = 10,
    count: Callable[[Any], Any] = np.floor,
) -> NDArray[np.bool_]:
    sums = (-np.sort(-ious.astype(np.float64), axis=1)[:, :q]).sum(axis=1)
    counts = np.maximum(count(sums), 1).astype(int)
    ranks = np.argsort(np.argsort(cost, axis=1, kind="stable"), axis=1)
    return np.asarray(ranks < counts[:, None])


def _owned(taken: NDArray[np.bool_], by: NDArray[Any]) -> Integers:
    """Each candidate to the taker with the least of `by`."""
    if not taken.size:
        return np.full(taken.shape[1], -1, dtype=np.intp)
    return np.where(taken.any(axis=0), np.where(taken, by, np.inf).argmin(axis=0), -1)


def _ten_each(cost: NDArray[Any], ious: NDArray[Any], q: int = 10) -> Integers:
    return _owned(_takers(cost, ious, q, lambda sums: np.full_like(sums, q)), cost)


def _rounded(cost: NDArray[Any], ious: NDArray[Any], q: int = 10) -> Integers:
    return _owned(_takers(cost, ious, q, np.rint), cost)


def _all_ious(cost: NDArray[Any], ious: NDArray[Any], q: int = 10) -> Integers:
    return _owned(_takers(cost, ious, max(q, ious.shape[1])), cost)


def _by_iou(cost: NDArray[Any], ious: NDArray[Any], q: int = 10) -> Integers:
    return _owned(_takers(-ious, ious, q), cost)


def _first_taker(cost: NDArray[Any], ious: NDArray[Any], q: int = 10) -> Integers:
    return _owned(_takers(cost, ious, q), np.zeros(cost.shape))


def _last_taker(cost: NDArray[Any], ious: NDArray[Any], q: int = 10) -> Integers:
    return _owned(_takers(cost, ious, q), np.zeros(cost.shape) - np.arange(len(cost))[:, None])


HIDDEN = Hidden(
    Exercise(
        name="simota_dynamic_k",
        summary="SimOTA's assignment of candidates to objects, with a dynamic k.",
        parameters=(
            Parameter("cost", "(G, N) array: what candidate j costs object i, finite"),
            Parameter("ious", "(G, N) array: IoU of candidate j's box with object i"),
            Parameter("q", "how many of the largest IoUs are added up, at least 1", "10"),
        ),
        returns="(N,) array of integers: the object's index, or -1 for background",
        kind=Returns.INTEGER,
        conventions=(
            "k of an object: the sum of its q largest IoUs, truncated, but at least 1;",
            "where N < q, the sum of all its IoUs.",
            "An object takes its k cheapest candidates; of equal costs the lower index.",
            "A candidate that several objects took stays with the one of least cost",
            "(of equal ones the lower index). The others get nothing in its place.",
            "G or N may be 0; without objects all candidates are background.",
        ),
        example=(
            (
                "simota_dynamic_k(np.array([[1, 2, 5], [8, 1.5, 1.2]]), np.full((2, 3), 0.7))",
                "array([0, 1, 1])",
            ),
        ),
    ),
    simota_dynamic_k,
    (
        Family(Category.BASIC, "one object", telling(_one_object, simota_dynamic_k, _rounded)),
        Family(
            Category.BASIC, "two objects", telling(_two_objects, simota_dynamic_k, _first_taker)
        ),
        Family(
            Category.BASIC,
            "two objects, many candidates",
            telling(_many_candidates, simota_dynamic_k, _all_ious, _last_taker),
        ),
        Family(Category.BASIC, "another q", telling(_other_q, simota_dynamic_k, _all_ious)),
        Family(
            Category.BASIC,
            "cheap candidates of small IoU",
            telling(_cheap_but_poor, simota_dynamic_k, _by_iou),
        ),
        Family(Category.SHAPE, "several pairs of objects", _pairs_of_objects, 3),
        Family(Category.DTYPE, "float32", lambda rng, size: as_single(_two_objects(rng, size))),
        Family(Category.DTYPE, "integer costs", _integer_costs),
        Family(Category.EDGE, "no objects", _no_objects, 1),
        Family(Category.EDGE, "no candidates", _no_candidates, 1),
        Family(Category.EDGE, "very few candidates", _few_candidates),
        Family(Category.EDGE, "IoUs that add up to less than 1", _early),
        Family(Category.EDGE, "IoUs that add up to a whole number", _exact_sums),
        Family(Category.ALIASING, "the inputs stay as they were", _two_objects),
        Family(Category.TIES, "equal costs", _equal_costs),
        Family(Category.LARGE, "hundreds of candidates", _many, 1),
    ),
    (
        Suspect("k is rounded, not truncated", _rounded),
        Suspect("k is q for every object", _ten_each),
        Suspect("all IoUs are added up, not the q largest", _all_ious),
        Suspect("the candidates of largest IoU are taken, not the cheapest", _by_iou),
        Suspect("a contested candidate goes to the first object that took it", _first_taker),
        Suspect("a contested candidate goes to the last object that took it", _last_taker),
    ),
    fair=_no_close_call,
)
