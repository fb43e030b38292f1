"""Second-order term of a factorisation machine."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from quizml.model.exercises import Category, Exercise, Parameter
from quizml.references.hidden import Arguments, Family, Hidden, Suspect

if TYPE_CHECKING:
    from numpy.random import Generator
    from numpy.typing import ArrayLike, NDArray

    Floats = NDArray[np.float64]


def fm_second_order(x: ArrayLike, v: ArrayLike) -> Floats:
    r"""Sum of all pairwise crosses, $\sum_{i<j} \langle v_i, v_j \rangle x_i x_j$, of every row.

    x is (N, n), v is (n, k), the answer (N,). The square of a sum holds every pair twice and every
    square once, so for each factor f the pairs are half of $(\sum_i v_{if} x_i)^2 - \sum_i v_{if}^2
    x_i^2$: O(Nnk) instead of O(Nn^2k). With one feature there is no pair, and the term is 0.
    Source: Rendle 2010, Factorization Machines, doi:10.1109/ICDM.2010.127, lemma 3.1.

    >>> fm_second_order([[1.0, 2.0, 3.0]], [[1.0, 0.0], [0.0, 1.0], [1.0, 1.0]]).tolist()
    [9.0]
    """
    x, v = np.asarray(x, dtype=np.float64), np.asarray(v, dtype=np.float64)
    square_of_sum = (x @ v) ** 2
    sum_of_squares = x**2 @ v**2
    return np.asarray((square_of_sum - sum_of_squares).sum(axis=1) / 2)


def _drawn(rng: Generator, rows: int, features: int, factors: int) -> Arguments:
    return {"x": rng.normal(0, 1, (rows, features)), "v": rng.normal(0, 1, (features, factors))}


def _some(rng: Generator, size: int) -> Arguments:
    return _drawn(rng, size + 1, size + 2, 3)


def _one_hot_fields(rng: Generator, size: int) -> Arguments:
    """Three fields of `size` values each: one feature of each field is 1."""
    chosen = rng.integers(0, size, (size + 1, 3))
    x = np.zeros((size + 1, 3, size))
    np.put_along_axis(x, chosen[..., None], 1.0, axis=2)
    return {"x": x.reshape(size + 1, -1), "v": rng.normal(0, 1, (3 * size, 2))}


def _one_row(rng: Generator, size: int) -> Arguments:
    return _drawn(rng, 1, size + 2, size)


def _one_factor(rng: Generator, size: int) -> Arguments:
    return _drawn(rng, size, size + 3, 1)


def _more_factors(rng: Generator, size: int) -> Arguments:
    return _drawn(rng, size, 3, 3 * size)


def _single_precision(rng: Generator, size: int) -> Arguments:
    return {name: array.astype(np.float32) for name, array in _some(rng, size).items()}


def _counts(rng: Generator, size: int) -> Arguments:
    return _some(rng, size) | {"x": rng.integers(0, 5, (size + 1, size + 2))}


def _one_feature(rng: Generator, size: int) -> Arguments:
    """Quarters, whose squares are exact: every way to the empty sum gives exactly 0."""
    drawn = _drawn(rng, size, 1, 3)
    return {name: np.round(array * 4) / 4 for name, array in drawn.items()}


def _two_features(rng: Generator, size: int) -> Arguments:
    return _drawn(rng, size, 2, 3)


def _no_rows(rng: Generator, size: int) -> Arguments:
    return _drawn(rng, 0, size + 1, 2)


def _many(rng: Generator, size: int) -> Arguments:
    return _drawn(rng, 16 * size, 25 * size, 8)


def _squares_stay(x: Floats, v: Floats) -> Floats:
    return np.asarray(((x @ v) ** 2).sum(axis=1) / 2)


def _not_halved(x: Floats, v: Floats) -> Floats:
    return 2 * fm_second_order(x, v)


def _factors_summed_first(x: Floats, v: Floats) -> Floats:
    return fm_second_order(x, v.sum(axis=1, keepdims=True))


def _x_not_squared(x: Floats, v: Floats) -> Floats:
    return np.asarray(((x @ v) ** 2 - x @ v**2).sum(axis=1) / 2)


HIDDEN = Hidden(
    Exercise(
        name="fm_second_order",
        summary="The pairwise crosses of a factorisation machine, in linear time.",
        parameters=(
            Parameter("x", "array (N, n): a sample's n features a row, floats or integers"),
            Parameter("v", "array (n, k): the vector of k factors of each feature"),
        ),
        returns="array (N,) of floats: the sum over i < j of <v_i, v_j> x_i x_j",
        conventions=(
            "Neither bias nor linear term: the pairs alone.",
            "Features are any numbers, not only 0 and 1.",
            "With one feature the sum is empty, and the answer 0. N may be 0.",
            "Asked for: O(N n k) time. A loop over the pairs passes, but is not the exercise.",
            "x and v come back unchanged.",
        ),
        example=(
            (
                "fm_second_order(np.array([[1.0, 2.0]]), np.array([[3.0, 1.0], [1.0, 0.5]]))",
                "array([7.])",
            ),
        ),
    ),
    fm_second_order,
    (
        Family(Category.BASIC, "a few features", _some, 4),
        Family(Category.BASIC, "one-hot fields", _one_hot_fields),
        Family(Category.SHAPE, "one sample", _one_row),
        Family(Category.SHAPE, "one factor", _one_factor),
        Family(Category.SHAPE, "more factors than features", _more_factors),
        Family(Category.DTYPE, "float32", _single_precision),
        Family(Category.DTYPE, "counts (integers)", _counts),
        Family(Category.EDGE, "two features", _two_features),
        Family(Category.EDGE, "one feature", _one_feature, 1),
        Family(Category.EDGE, "no samples", _no_rows, 1),
        Family(Category.ALIASING, "the inputs stay as they were", _some),
        Family(Category.LARGE, "many samples with many features", _many, 1),
    ),
    (
        Suspect("the squares (i = j) are not subtracted", _squares_stay),
        Suspect("every pair counts twice: the factor 1/2 is missing", _not_halved),
        Suspect("the factors are summed before squaring, not after", _factors_summed_first),
        Suspect("x is not squared in the sum of squares: right for 0 and 1 only", _x_not_squared),
    ),
)
