"""Sorting what is nearly sorted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizml.model.exercises import Category, Exercise, Parameter, Returns
from quizml.references.hidden import Arguments, Family, Hidden

if TYPE_CHECKING:
    from numpy.random import Generator


def sort_k_sorted(values: list[float], k: int) -> list[float]:
    """The values in rising order, as a new list; each is at most k places from where it belongs.

    The least of all values left stands among the next k + 1, so a heap of that many is enough: the
    least comes out and the next value goes in, and at the end the heap is emptied.
    O(n log k) time, O(k) space besides the answer. k may be 0, or larger than the list is long.
    Source: Cormen et al. 2009, Introduction to Algorithms, chapter 6 (heaps, priority queues).

    >>> sort_k_sorted([3, 1, 2, 5, 4], 2)
    [1, 2, 3, 4, 5]
    """
    from heapq import heapify, heappop, heapreplace  # noqa: PLC0415

    heap = list(values[: k + 1])
    heapify(heap)
    least_first = [heapreplace(heap, value) for value in values[k + 1 :]]
    return least_first + [heappop(heap) for _ in range(len(heap))]


def _shuffled(rng: Generator, rising: list[float], k: int) -> Arguments:
    """The values of a rising list, each moved by at most k places."""
    places = [(i + int(rng.integers(0, k + 1)), i) for i in range(len(rising))]
    return {"values": [rising[i] for _, i in sorted(places)], "k": k}


def _rising(rng: Generator, count: int) -> list[float]:
    """Different whole numbers."""
    found: list[float] = sorted(rng.choice(100, count, replace=False).tolist())
    return found


def _whole_numbers(rng: Generator, size: int) -> Arguments:
    return _shuffled(rng, _rising(rng, 3 * size), 2)


def _exactly_k(rng: Generator, size: int) -> Arguments:
    """The least value stands k places too far right; the others gave way by one."""
    k = size + 1
    rising = _rising(rng, 3 * size + 2)
    return {"values": [*rising[1 : k + 1], rising[0], *rising[k + 1 :]], "k": k}


def _first_too_late(rng: Generator, size: int) -> Arguments:
    """The greatest value stands k places too far left."""
    k = size + 1
    rising = _rising(rng, 3 * size + 2)
    return {"values": [*rising[: -k - 1], rising[-1], *rising[-k - 1 : -1]], "k": k}


def _floats(rng: Generator, size: int) -> Arguments:
    return _shuffled(rng, [value / 8 + 0.01 for value in _rising(rng, 3 * size)], 3)


def _nothing(rng: Generator, size: int) -> Arguments:  # noqa: ARG001
    return {"values": [], "k": int(rng.integers(0, 3))}


def _one(rng: Generator, size: int) -> Arguments:  # noqa: ARG001
    return {"values": _rising(rng, 1), "k": int(rng.integers(0, 3))}


def _in_order(rng: Generator, size: int) -> Arguments:
    return {"values": _rising(rng, 2 * size), "k": 0}


def _large_k(rng: Generator, size: int) -> Arguments:
    """Any order is allowed."""
    values = rng.permutation(_rising(rng, 3 * size)).tolist()
    return {"values": values, "k": 3 * size + int(rng.integers(0, 9))}


def _falling(rng: Generator, size: int) -> Arguments:
    values = _rising(rng, 2 * size + 1)[::-1]
    return {"values": values, "k": 2 * size}


def _below_zero(rng: Generator, size: int) -> Arguments:
    return _shuffled(rng, [value - 100 for value in _rising(rng, 3 * size)], 2)


def _equal_values(rng: Generator, size: int) -> Arguments:
    return _shuffled(rng, sorted(rng.integers(0, 4, 4 * size).tolist()), 3)


def _many(rng: Generator, size: int) -> Arguments:
    return _shuffled(rng, sorted(rng.integers(0, 10**6, 1000 * size).tolist()), 20)


HIDDEN = Hidden(
    Exercise(
        name="sort_k_sorted",
        summary="Sort a list in which every value is at most k places from where it belongs.",
        parameters=(
            Parameter("values", "a list of n numbers, ints or floats, perhaps empty"),
            Parameter("k", "how far at most a value is from its sorted place; at least 0"),
        ),
        returns="a new list with the values in rising order",
        kind=Returns.PLAIN,
        conventions=(
            "Values may be equal or below 0.",
            "k may be 0 (the list is sorted), and k may be as large as n or larger.",
            "values comes back unchanged.",
            "Asked for: O(n log k) time by a heap of k + 1 values, which you may take from heapq.",
            "Only the answer is judged; `sorted` passes, but it is not the exercise.",
        ),
        example=(("sort_k_sorted([3, 1, 2, 5, 4], 2)", "[1, 2, 3, 4, 5]"),),
    ),
    sort_k_sorted,
    (
        Family(Category.BASIC, "whole numbers, k = 2", _whole_numbers, 3),
        Family(Category.BASIC, "the least value k places too late", _exactly_k, 3),
        Family(Category.BASIC, "the greatest value k places too early", _first_too_late),
        Family(Category.DTYPE, "floats", _floats, 3),
        Family(Category.EDGE, "no values", _nothing, 1),
        Family(Category.EDGE, "one value", _one, 1),
        Family(Category.EDGE, "sorted already, k = 0", _in_order, 1),
        Family(Category.EDGE, "k as large as the list, or larger", _large_k),
        Family(Category.EDGE, "in falling order", _falling, 1),
        Family(Category.EDGE, "values below 0", _below_zero),
        Family(Category.ALIASING, "the list stays as it was", _exactly_k),
        Family(Category.TIES, "equal values", _equal_values, 3),
        Family(Category.LARGE, "thousands of values", _many, 1),
    ),
)
