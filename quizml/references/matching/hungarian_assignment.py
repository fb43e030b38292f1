"""The assignment problem: one-to-one pairs of least total cost."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from quizml.model.exercises import Category, Exercise, Parameter, Part, Returns
from quizml.references.hidden import Arguments, Family, Hidden, Suspect
from quizml.references.matching._drawing import costs, slack

if TYPE_CHECKING:
    from numpy.random import Generator
    from numpy.typing import ArrayLike, NDArray

    Integers = NDArray[np.intp]
    Pairs = tuple[Integers, Integers]


def hungarian_assignment(cost: ArrayLike) -> Pairs:
    """Rows (ascending) and columns of the min(N, M) pairs whose total cost (N, M) is least.

    One row after the other is added. Prices of rows and columns keep every reduced cost
    c[i, j] - row[i] - column[j] at or above 0, and at 0 for the pairs made, so that these are
    always the cheapest for the rows so far. A new row finds by Dijkstra, over reduced costs, the
    cheapest chain "take this column, its owner takes another, ..." that ends at a free column;
    the chain is then shifted by one. O(N^2 M) for N <= M. No rows or no columns, no pairs.
    Source: Kuhn 1955, doi:10.1002/nav.3800020109; Jonker, Volgenant 1987,
    doi:10.1007/BF02278710.

    >>> [pair.tolist() for pair in hungarian_assignment([[1, 2], [1, 100]])]
    [[0, 1], [1, 0]]
    """
    table = np.asarray(cost, dtype=np.float64)
    tall = table.shape[0] > table.shape[1]
    if tall:
        table = table.T
    rows, columns = table.shape
    row_price, column_price = np.zeros(rows), np.zeros(columns)
    owner = np.full(columns, -1)
    for new in range(rows):
        length = np.full(columns, np.inf)
        before = np.full(columns, -1)
        done = np.zeros(columns, dtype=bool)
        row, column, way = new, -1, 0.0
        while row >= 0:
            through = way + table[row] - row_price[row] - column_price
            shorter = ~done & (through < length)
            length[shorter], before[shorter] = through[shorter], column
            column = int(np.where(done, np.inf, length).argmin())
            way, row = length[column], owner[column]
            done[column] = True
        taken = done & (owner >= 0)
        row_price[new] += way
        row_price[owner[taken]] += way - length[taken]
        column_price[taken] -= way - length[taken]
        while column >= 0:
            earlier = before[column]
            owner[column] = owner[earlier] if earlier >= 0 else new
            column = earlier
    used = np.flatnonzero(owner >= 0)
    if tall:
        return used, owner[used]
    return np.arange(rows), used[np.argsort(owner[used])]


def _of(cost: NDArray[Any]) -> Arguments:
    return {"cost": cost}


def _square(rng: Generator, size: int) -> Arguments:
    return _of(costs(rng, 2 + size, 2 + size))


def _two_by_two(rng: Generator, size: int) -> Arguments:  # noqa: ARG001
    return _of(costs(rng, 2, 2))


def _wide(rng: Generator, size: int) -> Arguments:
    return _of(costs(rng, 1 + size, 2 + size))


def _tall(rng: Generator, size: int) -> Arguments:
    return _of(costs(rng, 2 + size, 1 + size))


def _one_row(rng: Generator, size: int) -> Arguments:
    shape = rng.permutation([1, 2 + size])
    return _of(np.round(rng.uniform(1, 10, shape), 2))


def _whole(rng: Generator, size: int) -> Arguments:
    return _of(np.rint(10 * costs(rng, 2 + size, 2 + size)).astype(np.int64))


def _single_precision(rng: Generator, size: int) -> Arguments:
    return _of(costs(rng, 1 + size, 2 + size).astype(np.float32))


def _nothing(rng: Generator, size: int) -> Arguments:
    return _of(np.zeros(rng.permutation([0, size])))


def _one_cell(rng: Generator, size: int) -> Arguments:  # noqa: ARG001
    return _of(rng.normal(0, 3, (1, 1)))


def _negative(rng: Generator, size: int) -> Arguments:
    """Likelihoods with their sign turned: costs of either sign."""
    return _of(costs(rng, 2 + size, 2 + size) - rng.choice([5.0, 50.0]))


def _products(rng: Generator, size: int) -> Arguments:
    """Costs i * j: the cheapest pairs are bad ones, and all of the chain has to move."""
    count = 2 + size
    table = np.outer(np.arange(1, count + 1), np.arange(1, count + 1)).astype(np.float64)
    return _of(table[rng.permutation(count)][:, rng.permutation(count)])


def _high_level(rng: Generator, size: int) -> Arguments:
    """The same differences on top of large costs of each row and column."""
    count = 2 + size
    levels = 1e5 * (rng.integers(1, 9, (count, 1)) + rng.integers(1, 9, (1, count)))
    return _of(costs(rng, count, count) + levels)


def _few_values(rng: Generator, size: int) -> Arguments:
    return _of(rng.integers(0, 3, (2 + size, 3 + size)).astype(np.float64))


def _all_equal(rng: Generator, size: int) -> Arguments:
    return _of(np.full((1 + size, 2 + size), rng.integers(1, 5) / 2))


def _large(rng: Generator, size: int) -> Arguments:
    return _of(costs(rng, 12 * size, 14 * size))


def _as_cheap(arguments: Arguments, expected: Pairs, got: Pairs) -> str:
    """Any assignment of the least total cost is right."""
    cost = np.asarray(arguments["cost"])
    rows, columns = got
    for pairs, end, name in ((rows, cost.shape[0], "row"), (columns, cost.shape[1], "column")):
        if np.any((pairs < 0) | (pairs >= end)):
            return f"there is no such {name}"
        if len(np.unique(pairs)) < len(pairs):
            return f"a {name} is used twice"
    if np.any(np.diff(rows) < 0):
        return "the rows do not rise"
    table = cost.astype(np.float64)
    total, least = table[got].sum(), table[expected].sum()
    if total > least + slack(cost):
        return f"the total cost is {total:.6g}, the least is {least:.6g}"
    return ""


def _greedy(cost: NDArray[Any]) -> Pairs:
    """Always the cheapest pair that is left."""
    left = np.asarray(cost, dtype=np.float64).copy()
    pairs = []
    for _ in range(min(left.shape)):
        row, column = np.unravel_index(left.argmin(), left.shape)
        pairs.append((row, column))
        left[row], left[:, column] = np.inf, np.inf
    rows, columns = np.array(sorted(pairs), dtype=np.intp).reshape(-1, 2).T
    return rows, columns


def _row_by_row(cost: NDArray[Any]) -> Pairs:
    """Each row in turn takes the cheapest column that is left."""
    left = np.asarray(cost, dtype=np.float64).copy()
    columns = []
    for row in range(min(left.shape)):
        columns.append(int(left[row].argmin()))
        left[:, columns[-1]] = np.inf
    return np.arange(len(columns)), np.array(columns, dtype=np.intp)


def _dearest(cost: NDArray[Any]) -> Pairs:
    return hungarian_assignment(-np.asarray(cost, dtype=np.float64))


def _each_its_best(cost: NDArray[Any]) -> Pairs:
    return np.arange(len(cost)), np.asarray(cost).argmin(axis=1)


def _swapped(cost: NDArray[Any]) -> Pairs:
    rows, columns = hungarian_assignment(cost)
    return columns, rows


HIDDEN = Hidden(
    Exercise(
        name="hungarian_assignment",
        summary="The one-to-one assignment of rows to columns with the least total cost.",
        parameters=(Parameter("cost", "(N, M) array of costs, floats or integers, of any sign"),),
        returns="a tuple of two (K,) arrays of integers, row and column indices; K = min(N, M)",
        parts=(Part("rows", Returns.INTEGER), Part("columns", Returns.INTEGER)),
        conventions=(
            "Pair k is row rows[k] with column columns[k]; no row and no column occurs twice.",
            "The rows rise, as with scipy.optimize.linear_sum_assignment.",
            "If several assignments have the least total cost, any of them is right.",
            "N or M may be 0; the costs are finite and come back unchanged.",
            "N and M go up to 60: trying all permutations takes too long.",
        ),
        example=(("hungarian_assignment(np.array([[1, 2], [1, 100]]))[1].tolist()", "[1, 0]"),),
    ),
    hungarian_assignment,
    (
        Family(Category.BASIC, "two rows and columns", _two_by_two),
        Family(Category.BASIC, "as many rows as columns", _square, 4),
        Family(Category.SHAPE, "more columns", _wide),
        Family(Category.SHAPE, "more rows", _tall),
        Family(Category.SHAPE, "one row or one column", _one_row),
        Family(Category.DTYPE, "integers", _whole),
        Family(Category.DTYPE, "float32", _single_precision),
        Family(Category.EDGE, "negative costs", _negative),
        Family(Category.EDGE, "costs i * j", _products),
        Family(Category.EDGE, "no rows or no columns", _nothing),
        Family(Category.EDGE, "one cell", _one_cell, 1),
        Family(Category.STABILITY, "small differences of large costs", _high_level),
        Family(Category.ALIASING, "the costs stay as they were", _square),
        Family(Category.TIES, "few different costs", _few_values),
        Family(Category.TIES, "equal costs", _all_equal, 1),
        Family(Category.LARGE, "dozens of rows and columns", _large, 1),
    ),
    (
        Suspect("the cheapest pair left is taken again and again (greedy)", _greedy),
        Suspect("each row in turn takes the cheapest column left (greedy)", _row_by_row),
        Suspect("each row takes its cheapest column, even a taken one", _each_its_best),
        Suspect("the total cost is made as large as possible", _dearest),
        Suspect("rows and columns are swapped in the answer", _swapped),
    ),
    equivalent=_as_cheap,
)
