"""Greedy assignment: the cheapest pair that is left, again and again."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from quizml.model.exercises import Category, Exercise, Parameter, Part, Returns
from quizml.references.hidden import Arguments, Family, Hidden, Suspect
from quizml.references.matching._drawing import costs
from quizml.references.matching.hungarian_assignment import hungarian_assignment

if TYPE_CHECKING:
    from numpy.random import Generator
    from numpy.typing import ArrayLike, NDArray

    Integers = NDArray[np.intp]
    Pairs = tuple[Integers, Integers]


def greedy_assignment(cost: ArrayLike, max_cost: float | None = None) -> Pairs:
    """Rows and columns of pairs that are chosen by rising cost, each row and column once.

    cost (N, M). A pair is made of the cheapest cell whose row and column are both free, of equal
    ones the cell with the lower row, then the lower column; until no cell is left, or none that
    costs at most `max_cost`. Pairs come in the order of their making. One stable sort of all
    cells suffices, row by row as they lie: O(NM log NM). The total is not the least in general:
    on [[1, 2], [1, 100]] it is 101 where 3 is possible.
    Source: a usual matching of trackers, for instance of Chiu et al. 2020, arXiv:2001.05673.

    >>> [each.tolist() for each in greedy_assignment([[1, 2], [1, 100]])]
    [[0, 1], [0, 1]]
    """
    table = np.asarray(cost, dtype=np.float64)
    free_rows, free_columns = (np.ones(n, dtype=bool) for n in table.shape)
    pairs = []
    for cell in np.argsort(table, axis=None, kind="stable"):
        row, column = divmod(int(cell), table.shape[1])
        if max_cost is not None and table[row, column] > max_cost:
            break
        if free_rows[row] and free_columns[column]:
            free_rows[row] = free_columns[column] = False
            pairs.append((row, column))
    chosen = np.array(pairs, dtype=np.intp).reshape(-1, 2)
    return chosen[:, 0], chosen[:, 1]


def _of(cost: NDArray[Any], max_cost: float | None = None) -> Arguments:
    return {"cost": cost} | ({} if max_cost is None else {"max_cost": max_cost})


def _square(rng: Generator, size: int) -> Arguments:
    return _of(costs(rng, 2 + size, 2 + size))


def _limited(rng: Generator, size: int) -> Arguments:
    """Some of the pairs are too dear; the cheap ones remain."""
    return _of(costs(rng, 2 + size, 2 + size), float(rng.choice([1.5, 2.5, 4.5])) + 0.001)


def _wide(rng: Generator, size: int) -> Arguments:
    return _of(costs(rng, 1 + size, 2 + size))


def _tall(rng: Generator, size: int) -> Arguments:
    return _of(costs(rng, 2 + size, 1 + size))


def _whole(rng: Generator, size: int) -> Arguments:
    count = 2 + size
    return _of(rng.permutation(count * count).reshape(count, count))


def _bytes(rng: Generator, size: int) -> Arguments:
    count = (2 + size) ** 2
    chosen = rng.choice(np.arange(200, 256), count, replace=False).astype(np.uint8)
    return _of(chosen.reshape(2 + size, -1))


def _single_precision(rng: Generator, size: int) -> Arguments:
    return _of(costs(rng, 1 + size, 2 + size).astype(np.float32))


def _nothing(rng: Generator, size: int) -> Arguments:
    return _of(np.zeros(rng.permutation([0, size])))


def _negative(rng: Generator, size: int) -> Arguments:
    """Similarities with their sign turned."""
    return _of(costs(rng, 2 + size, 2 + size) - 25)


def _nothing_below_zero(rng: Generator, size: int) -> Arguments:
    """A limit of 0 is a limit: of costs of either sign the negative ones remain."""
    count = 2 + size
    chosen = rng.choice(np.arange(-5000, 5000), count**2, replace=False)
    table = chosen.reshape(count, count) / 1000
    table[0, 0], table[-1] = -6.0, np.abs(table[-1]) + 0.5
    return _of(table, 0.0)


def _all_too_dear(rng: Generator, size: int) -> Arguments:
    return _of(costs(rng, 1 + size, 1 + size), -1.0)


def _at_the_limit(rng: Generator, size: int) -> Arguments:
    """The cheapest of some row costs exactly the limit; whole numbers, so nothing rounds."""
    count = 2 + size
    table = 10.0 + rng.permutation(count * count).reshape(count, count)
    places = rng.permutation(count)
    table[np.arange(count), places] = np.arange(count)
    return _of(table, float(rng.integers(1, count)))


def _huge(rng: Generator, size: int) -> Arguments:
    """Costs beyond any number that one might take for "never"."""
    return _of(costs(rng, 2 + size, 2 + size) * 1e15)


def _few_values(rng: Generator, size: int) -> Arguments:
    return _of(rng.integers(0, 3, (2 + size, 3 + size)).astype(np.float64))


def _all_equal(rng: Generator, size: int) -> Arguments:
    return _of(np.full((1 + size, 2 + size), rng.integers(1, 5) / 2))


def _large(rng: Generator, size: int) -> Arguments:
    return _of(costs(rng, 10 * size, 14 * size), 8.001)


def _limit_is_clear(arguments: Arguments) -> bool:
    limit = arguments.get("max_cost")
    if limit is None:
        return True
    gaps = np.abs(np.asarray(arguments["cost"], dtype=np.float64) - limit)
    return not np.any((gaps < 1e-5) & ~((gaps == 0) & (limit == round(limit))))


def _row_by_row(cost: NDArray[Any], max_cost: float | None = None) -> Pairs:
    """Each row in turn takes its cheapest free column."""
    left = np.asarray(cost, dtype=np.float64).copy()
    pairs = []
    for row in range(min(left.shape)):
        column = int(left[row].argmin())
        if max_cost is None or left[row, column] <= max_cost:
            pairs.append((row, column))
            left[:, column] = np.inf
    rows, columns = np.array(pairs, dtype=np.intp).reshape(-1, 2).T
    return rows, columns


def _least_total(cost: NDArray[Any], max_cost: float | None = None) -> Pairs:
    rows, columns = hungarian_assignment(cost)
    kept = np.full(len(rows), fill_value=True)
    if max_cost is not None:
        kept = np.asarray(cost)[rows, columns] <= max_cost
    return rows[kept], columns[kept]


def _by_row(cost: NDArray[Any], max_cost: float | None = None) -> Pairs:
    rows, columns = greedy_assignment(cost, max_cost)
    order = np.argsort(rows)
    return rows[order], columns[order]


def _no_limit(cost: NDArray[Any], max_cost: float | None = None) -> Pairs:  # noqa: ARG001
    return greedy_assignment(cost)


def _strictly(cost: NDArray[Any], max_cost: float | None = None) -> Pairs:
    limit = None if max_cost is None else float(np.nextafter(max_cost, -np.inf))
    return greedy_assignment(cost, limit)


def _columns_first(cost: NDArray[Any], max_cost: float | None = None) -> Pairs:
    columns, rows = greedy_assignment(np.asarray(cost).T, max_cost)
    return rows, columns


HIDDEN = Hidden(
    Exercise(
        name="greedy_assignment",
        summary="Pair rows with columns, the cheapest pair first.",
        parameters=(
            Parameter("cost", "(N, M) array of costs, floats or integers, of any sign"),
            Parameter("max_cost", "a pair may cost so much and no more; None is no limit", "None"),
        ),
        returns="a tuple of two (K,) arrays of integers: row and column indices of the pairs",
        parts=(Part("rows", Returns.INTEGER), Part("columns", Returns.INTEGER)),
        conventions=(
            "Again and again the cheapest cell is taken whose row and column are both free.",
            "Of equal cells the one with the lower row comes first, then the lower column.",
            "Pairs come in the order in which they are made.",
            "It ends when no cell is left, or none that costs at most max_cost.",
            "N or M may be 0; the costs are finite, however large, and come back unchanged.",
        ),
        example=(("greedy_assignment(np.array([[3, 2], [1, 100]]))[0].tolist()", "[1, 0]"),),
    ),
    greedy_assignment,
    (
        Family(Category.BASIC, "as many rows as columns", _square, 4),
        Family(Category.BASIC, "with a limit", _limited, 3),
        Family(Category.SHAPE, "more columns", _wide),
        Family(Category.SHAPE, "more rows", _tall),
        Family(Category.DTYPE, "integers", _whole),
        Family(Category.DTYPE, "uint8", _bytes),
        Family(Category.DTYPE, "float32", _single_precision),
        Family(Category.EDGE, "negative costs", _negative),
        Family(Category.EDGE, "a limit of 0", _nothing_below_zero),
        Family(Category.EDGE, "costs exactly at the limit", _at_the_limit),
        Family(Category.EDGE, "everything is too dear", _all_too_dear, 1),
        Family(Category.EDGE, "no rows or no columns", _nothing),
        Family(Category.STABILITY, "huge costs", _huge),
        Family(Category.ALIASING, "the costs stay as they were", _square),
        Family(Category.TIES, "few different costs", _few_values, 3),
        Family(Category.TIES, "equal costs", _all_equal, 1),
        Family(Category.LARGE, "thousands of cells", _large, 1),
    ),
    (
        Suspect("each row in turn takes its cheapest free column", _row_by_row),
        Suspect("this has the least total cost; asked is the greedy choice", _least_total),
        Suspect("the right pairs, but by row and not in the order of their making", _by_row),
        Suspect("the argument `max_cost` is ignored", _no_limit),
        Suspect("a cost equal to the limit is allowed (<=)", _strictly),
        Suspect("of equal cells the lower row comes first, then the lower column", _columns_first),
    ),
    fair=_limit_is_clear,
)
