"""Heap sort."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizml.model.exercises import Category, Exercise, Parameter, Returns
from quizml.references.hidden import Arguments, Family, Hidden

if TYPE_CHECKING:
    from numpy.random import Generator


def heap_sort(values: list[float]) -> list[float]:
    """The values in rising order, as a new list.

    In a max-heap no child is greater than its parent; the children of place i are 2i + 1 and
    2i + 2. The heap is built from the last parent, n // 2 - 1, back to the root, in O(n). Then the
    root, the greatest, changes places with the last value of the heap, the heap gets shorter by
    one, and the new root sinks: n - 1 times O(log n). O(n log n) in the worst case; not stable.
    Source: Williams 1964, Algorithm 232: Heapsort, Communications of the ACM 7(6); the building
    in O(n) is Floyd's, 1964, Algorithm 245: Treesort 3, Communications of the ACM 7(12).

    >>> heap_sort([3, 1, 2])
    [1, 2, 3]
    """
    heap = list(values)
    for root in range(len(heap) // 2 - 1, -1, -1):
        _sink(heap, root, len(heap))
    for last in range(len(heap) - 1, 0, -1):
        heap[0], heap[last] = heap[last], heap[0]
        _sink(heap, 0, last)
    return heap


def _sink(heap: list[float], place: int, size: int) -> None:
    """Move heap[place] down to where neither child is greater; the heap has `size` values."""
    while 2 * place + 1 < size:
        child = 2 * place + 1
        if child + 1 < size and heap[child + 1] > heap[child]:
            child += 1
        if heap[place] >= heap[child]:
            return
        heap[place], heap[child] = heap[child], heap[place]
        place = child


def _different(rng: Generator, count: int) -> list[float]:
    found: list[float] = rng.choice(100, count, replace=False).tolist()
    return found


def _whole_numbers(rng: Generator, size: int) -> Arguments:
    return {"values": _different(rng, 4 * size)}


def _falling(rng: Generator, size: int) -> Arguments:
    return {"values": sorted(_different(rng, 3 * size), reverse=True)}


def _rising(rng: Generator, size: int) -> Arguments:
    return {"values": sorted(_different(rng, 3 * size))}


def _floats(rng: Generator, size: int) -> Arguments:
    return {"values": rng.normal(0, 3, 3 * size).round(3).tolist()}


def _nothing(rng: Generator, size: int) -> Arguments:  # noqa: ARG001
    return {"values": []}


def _one(rng: Generator, size: int) -> Arguments:  # noqa: ARG001
    return {"values": _different(rng, 1)}


def _two(rng: Generator, size: int) -> Arguments:  # noqa: ARG001
    return {"values": sorted(_different(rng, 2), reverse=True)}


def _below_zero(rng: Generator, size: int) -> Arguments:
    return {"values": [value - 50 for value in _different(rng, 3 * size)]}


def _full_levels(rng: Generator, size: int) -> Arguments:
    """Numbers of values at which the last parent has one child, or two."""
    return {"values": _different(rng, 2**size - int(rng.integers(0, 2)))}


def _equal_values(rng: Generator, size: int) -> Arguments:
    return {"values": rng.integers(0, 4, 4 * size).tolist()}


def _all_equal(rng: Generator, size: int) -> Arguments:
    return {"values": _different(rng, 1) * (size + 1)}


def _many(rng: Generator, size: int) -> Arguments:
    return {"values": rng.integers(0, 10**6, 500 * size).tolist()}


HIDDEN = Hidden(
    Exercise(
        name="heap_sort",
        summary="Sort a list by a heap.",
        parameters=(Parameter("values", "a list of n numbers, ints or floats, perhaps empty"),),
        returns="a new list with the values in rising order",
        kind=Returns.PLAIN,
        conventions=(
            "Values may be equal or below 0.",
            "values comes back unchanged: sort a copy.",
            "Asked for: a max-heap in that copy, built in O(n), then the root swapped to its end.",
            "O(n log n) time in the worst case, O(1) space besides the copy.",
            "Only the answer is judged; `sorted` and heapq pass, but they are not the exercise.",
        ),
        example=(("heap_sort([3, 1, 2])", "[1, 2, 3]"),),
    ),
    heap_sort,
    (
        Family(Category.BASIC, "whole numbers", _whole_numbers, 6),
        Family(Category.BASIC, "in falling order", _falling, 1),
        Family(Category.BASIC, "sorted already", _rising, 1),
        Family(Category.DTYPE, "floats", _floats, 3),
        Family(Category.EDGE, "no values", _nothing, 1),
        Family(Category.EDGE, "one value", _one, 1),
        Family(Category.EDGE, "two values", _two, 1),
        Family(Category.EDGE, "full and nearly full levels", _full_levels, 3),
        Family(Category.EDGE, "values below 0", _below_zero),
        Family(Category.ALIASING, "the list stays as it was", _whole_numbers),
        Family(Category.TIES, "equal values", _equal_values, 3),
        Family(Category.TIES, "all values equal", _all_equal, 1),
        Family(Category.LARGE, "thousands of values", _many, 1),
    ),
)
