"""Two sets of points, paired one to one within a radius."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from quizml.model.exercises import Category, Exercise, Parameter, Part, Returns
from quizml.references.hidden import Arguments, Family, Hidden, Suspect
from quizml.references.matching.hungarian_assignment import hungarian_assignment

if TYPE_CHECKING:
    from numpy.random import Generator
    from numpy.typing import ArrayLike, NDArray

    Floats = NDArray[np.float64]
    Three = tuple[NDArray[np.intp], NDArray[np.intp], NDArray[np.intp]]


def pair_coordinates(set_a: ArrayLike, set_b: ArrayLike, radius: float) -> Three:
    """Pairs (K, 2) of a point of A and one of B, and who is left over in A and in B.

    set_a (N, 2), set_b (M, 2) hold x and y. A pair is at most `radius` apart, no point is in two
    pairs, there are as many pairs as possible, and of all such pairings this one has the least
    sum of distances. Every pair too far apart costs more than all near ones together, so that
    the assignment of least cost avoids it first of all; those that remain are dropped. (To drop
    far pairs of the assignment of least distance instead can lose pairs.) Column 0 indexes A,
    in rising order, and column 1 B. O(N^2 M) for N <= M.
    Source: after the evaluation of HoVer-Net, Graham et al. 2019, arXiv:1812.06499.

    >>> found = pair_coordinates([[0, 0], [1, 0]], [[1, 0], [1.7, 0.7]], 1.0)
    >>> [each.tolist() for each in found]
    [[[0, 0], [1, 1]], [], []]
    """
    a = np.asarray(set_a, dtype=np.float64).reshape(-1, 1, 2)
    b = np.asarray(set_b, dtype=np.float64).reshape(1, -1, 2)
    distance = np.hypot(*np.moveaxis(a - b, -1, 0))
    near = distance <= radius
    too_much = 1 + 2 * radius * min(near.shape)
    rows, columns = hungarian_assignment(np.where(near, distance, too_much))
    kept = near[rows, columns]
    pairs = np.stack([rows[kept], columns[kept]], axis=1)
    left_a = np.setdiff1d(np.arange(near.shape[0]), pairs[:, 0])
    left_b = np.setdiff1d(np.arange(near.shape[1]), pairs[:, 1])
    return pairs, left_a, left_b


def _chain(rng: Generator, links: int, radius: float) -> tuple[Floats, Floats]:
    """Each point of A is a little behind one of B and, but for the last, nearly at the next.

    Whoever takes the near ones first leaves both ends of the chain alone, out of reach.
    """
    step = radius * rng.uniform(0.85, 0.95)
    turn = rng.uniform(1.2, 1.5) * rng.choice([-1, 1]) if links == 2 else rng.uniform(0.1, 0.5)
    ways = rng.uniform(0, 2 * np.pi) + turn * np.arange(links)
    there = step * np.stack([np.cos(ways), np.sin(ways)], axis=1)
    b = np.cumsum(there, axis=0)
    a = np.vstack([[[0.0, 0.0]], b[:-1] + 0.08 * there[:-1]])
    start = rng.uniform(-5, 5, 2)
    b[-1] = a[-1] + 0.99 * there[-1]
    return np.round(a + start, 3), np.round(b + start, 3)


def _joined(rng: Generator, parts: list[tuple[Floats, Floats]], radius: float) -> Arguments:
    """Parts too far from each other to touch; points in any order."""
    corners = [np.array([12.0 * radius * i, 0.0]) for i in range(len(parts))]
    a, b = (
        np.vstack([part[k] + corner for part, corner in zip(parts, corners, strict=True)])
        for k in (0, 1)
    )
    order_a, order_b = rng.permutation(len(a)), rng.permutation(len(b))
    return {"set_a": a[order_a], "set_b": b[order_b], "radius": radius}


def _crowd(rng: Generator, near: int, only_a: int, only_b: int, radius: float) -> Any:
    """So many points of A with one of B not far off, and others anywhere."""
    a = rng.uniform(0, 4 * radius, (near + only_a, 2))
    beside = a[:near] + rng.uniform(-0.7, 0.7, (near, 2)) * radius
    b = np.vstack([beside, rng.uniform(0, 4 * radius, (only_b, 2))])
    return np.round(a, 3), np.round(b, 3)


def _radius(rng: Generator) -> float:
    return float(rng.choice([1.0, 2.5, 6.0]))


def _two_links(rng: Generator, size: int) -> Arguments:  # noqa: ARG001
    radius = _radius(rng)
    return _joined(rng, [_chain(rng, 2, radius)], radius)


def _cells(rng: Generator, size: int, only_a: int = 1, only_b: int = 2) -> Arguments:
    radius = _radius(rng)
    crowd = _crowd(rng, size, only_a, only_b, radius)
    return _joined(rng, [_chain(rng, 2, radius), crowd], radius)


def _more_of_one(rng: Generator, size: int) -> Arguments:
    return _cells(rng, size, *(int(n) for n in rng.permutation([0, 2 + size])))


def _single_precision(rng: Generator, size: int) -> Arguments:
    found = _cells(rng, size)
    return found | {name: found[name].astype(np.float32) for name in ("set_a", "set_b")}


def _pixels(rng: Generator, size: int) -> Arguments:
    found = _cells(rng, size)
    whole = {name: np.rint(9 * found[name]).astype(np.int64) for name in ("set_a", "set_b")}
    return whole | {"radius": 9 * found["radius"] + 0.3}


def _one_set_empty(rng: Generator, size: int) -> Arguments:
    found = _cells(rng, size)
    name = str(rng.choice(["set_a", "set_b"]))
    return found | {name: np.zeros((0, 2))}


def _both_empty(rng: Generator, size: int) -> Arguments:  # noqa: ARG001
    return {"set_a": np.zeros((0, 2)), "set_b": np.zeros((0, 2)), "radius": _radius(rng)}


def _out_of_reach(rng: Generator, size: int) -> Arguments:
    found = _cells(rng, size)
    return found | {"set_b": found["set_b"] + np.array([0.0, 900.0])}


def _exactly(rng: Generator, size: int) -> Arguments:
    """Pairs exactly 5 apart, by 3 and 4: no rounding decides. One pair is nearer, one is not."""
    count = size + 3
    a = 40.0 * np.stack([np.arange(count), rng.permutation(count)], axis=1)
    aside = rng.choice([[3.0, 4.0], [-4.0, 3.0], [0.0, 5.0]], count)
    aside[0], aside[-1] = [1.0, 2.0], [5.0, 5.0]
    order = rng.permutation(count)
    return {"set_a": a[order], "set_b": rng.permutation(a + aside), "radius": 5.0}


def _same_places(rng: Generator, size: int) -> Arguments:
    """Points that coincide; a radius of 0 is enough for them."""
    a = np.round(rng.uniform(0, 9, (2 + size, 2)), 2)
    b = np.vstack([a[:-1], [[20.0, 20.0]]])
    return {"set_a": a, "set_b": rng.permutation(b), "radius": float(rng.choice([0.0, 0.01]))}


def _long_chain(rng: Generator, size: int) -> Arguments:
    """The more links, the more a pair too far apart has to cost."""
    radius = _radius(rng)
    return _joined(rng, [_chain(rng, 3 + size, radius)], radius)


def _far_away(rng: Generator, size: int) -> Arguments:
    """Coordinates a billion off the origin: |a|^2 + |b|^2 - 2ab has lost the distance."""
    found = _cells(rng, size)
    return found | {name: found[name] + 1e9 for name in ("set_a", "set_b")}


def _grid(rng: Generator, size: int) -> Arguments:
    """Many pairings are equally good."""
    grid = np.stack(np.meshgrid(np.arange(2), np.arange(1 + size)), axis=-1).reshape(-1, 2)
    a, b = rng.permutation(2.0 * grid), rng.permutation(2.0 * grid + [1, 0])
    return {"set_a": a, "set_b": b[: 1 + size], "radius": 1.5}


def _large(rng: Generator, size: int) -> Arguments:
    radius = _radius(rng)
    crowds = [_crowd(rng, 2 * size, size, size, radius) for _ in range(size)]
    return _joined(rng, [*crowds, _chain(rng, 2, radius)], radius)


def _distances(arguments: Arguments) -> Floats:
    a, b = (np.asarray(arguments[name], dtype=np.float64) for name in ("set_a", "set_b"))
    return np.asarray(np.hypot(*np.moveaxis(a[:, None] - b[None], -1, 0)))


def _no_distance_near_radius(arguments: Arguments) -> bool:
    """Exactly at it is fair among whole numbers, and at 0."""
    radius = arguments["radius"]
    gaps = np.abs(_distances(arguments) - radius)
    sets = (arguments["set_a"], arguments["set_b"])
    whole = radius == 0 or all(np.array_equal(each, np.rint(each)) for each in sets)
    return not np.any((gaps < 1e-4 * radius) & ~((gaps == 0) & whole))


def _is_no_pairing(shape: tuple[int, ...], pairs: NDArray[Any], left: Any) -> str:
    for side, name in enumerate("AB"):
        mine, everyone = pairs[:, side], np.arange(shape[side])
        if not np.isin(mine, everyone).all():
            return f"there is no such point in {name}"
        if len(np.unique(mine)) < len(mine):
            return f"a point of {name} is in two pairs"
        if not np.array_equal(left[side], np.setdiff1d(everyone, mine)):
            return f"the unpaired points of {name} are not those that are in no pair, rising"
    rising = np.all(np.diff(pairs[:, 0]) > 0)
    return "" if rising else "the pairs are not in the order of their points in A"


def _as_good(arguments: Arguments, expected: Three, got: Three) -> str:
    """Any pairing with as many pairs and the same sum of distances is right."""
    distance = _distances(arguments)
    wrong = _is_no_pairing(distance.shape, got[0], got[1:])
    if wrong:
        return wrong
    apart, least = distance[tuple(got[0].T)], distance[tuple(expected[0].T)].sum()
    if np.any(apart > arguments["radius"]):
        return f"a pair is {apart.max():.6g} apart"
    single = any(arguments[name].dtype == np.float32 for name in ("set_a", "set_b"))
    if apart.sum() > least + (1e-4 if single else 1e-8) * (1 + least):
        return f"the distances add up to {apart.sum():.6g}, the least is {least:.6g}"
    return ""


def _assigned(distance: Floats, radius: float) -> Three:
    """What the assignment of these distances keeps within the radius."""
    rows, columns = hungarian_assignment(distance)
    kept = distance[rows, columns] <= radius
    pairs = np.stack([rows[kept], columns[kept]], axis=1)
    left = (np.setdiff1d(np.arange(n), pairs[:, k]) for k, n in enumerate(distance.shape))
    left_a, left_b = left
    return pairs, left_a, left_b


def _dropped_afterwards(set_a: Any, set_b: Any, radius: float) -> Three:
    return _assigned(_distances({"set_a": set_a, "set_b": set_b}), radius)


def _too_cheap(set_a: Any, set_b: Any, radius: float) -> Three:
    distance = _distances({"set_a": set_a, "set_b": set_b})
    return _assigned(np.where(distance <= radius, distance, radius + 1e-6), radius)


def _nearest_first(set_a: Any, set_b: Any, radius: float) -> Three:
    distance = _distances({"set_a": set_a, "set_b": set_b})
    chosen = np.full(distance.shape, np.inf)
    for place in np.argsort(distance, axis=None, kind="stable"):
        row, column = np.unravel_index(place, distance.shape)
        if np.isinf(chosen[row]).all() and np.isinf(chosen[:, column]).all():
            chosen[row, column] = distance[row, column]
    return _assigned(np.where(np.isinf(chosen), 1e9, chosen), radius)


def _strictly(set_a: Any, set_b: Any, radius: float) -> Three:
    return pair_coordinates(set_a, set_b, float(np.nextafter(radius, -1)))


HIDDEN = Hidden(
    Exercise(
        name="pair_coordinates",
        summary="Pair the points of two sets one to one within a radius, as many as possible.",
        parameters=(
            Parameter("set_a", "(N, 2) array of points x, y, floats or integers"),
            Parameter("set_b", "(M, 2) array of points likewise"),
            Parameter("radius", "how far apart (Euclidean distance) a pair may be, at most"),
        ),
        returns="a tuple: pairs (K, 2), unpaired_a, unpaired_b; integers, indices into the sets",
        parts=tuple(Part(name, Returns.INTEGER) for name in ("pairs", "unpaired_a", "unpaired_b")),
        conventions=(
            "No point is in two pairs; a distance equal to the radius is allowed.",
            "There are as many pairs as possible.",
            "Of the pairings with so many pairs, one with the least sum of distances is asked.",
            "pairs[k] is (index into set_a, index into set_b); the first of them rise with k.",
            "unpaired_a and unpaired_b rise, too. N or M may be 0; N and M go up to 60.",
        ),
        example=(
            (
                "pair_coordinates(np.array([[0, 0], [9, 9]]), np.array([[1, 0]]), 2.0)[0].tolist()",
                "[[0, 0]]",
            ),
        ),
    ),
    pair_coordinates,
    (
        Family(Category.BASIC, "two points each", _two_links),
        Family(Category.BASIC, "cells and detections", _cells, 4),
        Family(Category.SHAPE, "more points in one set", _more_of_one),
        Family(Category.DTYPE, "float32", _single_precision),
        Family(Category.DTYPE, "whole coordinates", _pixels),
        Family(Category.EDGE, "one set is empty", _one_set_empty),
        Family(Category.EDGE, "both sets are empty", _both_empty, 1),
        Family(Category.EDGE, "nothing within the radius", _out_of_reach, 1),
        Family(Category.EDGE, "exactly at the radius", _exactly),
        Family(Category.EDGE, "the same places", _same_places),
        Family(Category.EDGE, "a long chain", _long_chain),
        Family(Category.STABILITY, "far from the origin", _far_away),
        Family(Category.ALIASING, "the inputs stay as they were", _cells, 1),
        Family(Category.TIES, "points on a grid", _grid),
        Family(Category.LARGE, "dozens of points", _large, 1),
    ),
    (
        Suspect(
            "far pairs are dropped afterwards; avoid them in the assignment", _dropped_afterwards
        ),
        Suspect("pairs are made from the nearest on (greedy)", _nearest_first),
        Suspect("a pair too far apart costs too little to be avoided", _too_cheap),
        Suspect("a distance equal to the radius is allowed (<=)", _strictly),
    ),
    fair=_no_distance_near_radius,
    equivalent=_as_good,
)
