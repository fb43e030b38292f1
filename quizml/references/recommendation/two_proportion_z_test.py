"""The z test of two proportions."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

import numpy as np

from quizml.model.exercises import Category, Exercise, Parameter, Part
from quizml.references.hidden import Arguments, Family, Hidden, Suspect

if TYPE_CHECKING:
    from numpy.random import Generator
    from numpy.typing import ArrayLike, NDArray

    Floats = NDArray[np.float64]


def two_proportion_z_test(
    x1: ArrayLike, n1: ArrayLike, x2: ArrayLike, n2: ArrayLike
) -> tuple[Floats, Floats]:
    r"""The z values and two-sided p-values of tests that two rates are equal, of the inputs' shape.

    In each group x of n users converted. z is the difference of the rates $\hat p_1 - \hat p_2$ by
    its standard error $\sqrt{\hat p (1 - \hat p) (1 / n_1 + 1 / n_2)}$ with the pooled rate
    $\hat p = (x_1 + x_2) / (n_1 + n_2)$: if the rates are equal, it is the best estimate of both.
    p = 2 (1 - Phi(|z|)) = erfc(|z| / sqrt(2)), which as a difference rounds to 0 beyond 8. If
    nobody or everybody converted, the rates are the same: z is 0 and p is 1. No continuity
    correction. Source: the pooled test of statsmodels, stats.proportion.proportions_ztest.

    >>> z, p = two_proportion_z_test(570, 10000, 500, 10000)
    >>> round(float(z), 4), round(float(p), 4)
    (2.1996, 0.0278)
    """
    from math import erfc, sqrt  # noqa: PLC0415 - the text of this function runs alone

    x1, n1, x2, n2 = (np.asarray(each, dtype=np.float64) for each in (x1, n1, x2, n2))
    pooled = (x1 + x2) / (n1 + n2)
    error = np.sqrt(pooled * (1 - pooled) * (1 / n1 + 1 / n2))
    varied = error > 0
    z = np.where(varied, (x1 / n1 - x2 / n2) / np.where(varied, error, 1.0), 0.0)
    p = np.array([erfc(abs(value) / sqrt(2)) for value in z.ravel()])
    return z, p.reshape(z.shape)


def _tests(rng: Generator, count: int, users: int = 2000) -> Arguments:
    """Rates so near to each other that |z| stays below 5 or so."""
    n1, n2 = rng.integers(users // 4, users, count), rng.integers(users // 4, users, count)
    rate = rng.uniform(0.1, 0.6, count)
    x1, x2 = rng.binomial(n1, rate), rng.binomial(n2, rate * rng.uniform(0.85, 1.15, count))
    return {"x1": x1, "n1": n1, "x2": x2, "n2": n2}


def _some(rng: Generator, size: int) -> Arguments:
    return _tests(rng, size + 1)


def _unequal_groups(rng: Generator, size: int) -> Arguments:
    """One user in twenty is in the first group; pooling matters."""
    drawn = _tests(rng, size + 1)
    drawn["n1"] = drawn["n1"] // 20
    drawn["x1"] = rng.binomial(drawn["n1"], rng.uniform(0.3, 0.6, size + 1))
    return drawn


def _table(rng: Generator, size: int) -> Arguments:
    drawn = _tests(rng, 2 * size)
    return {name: counts.reshape(2, size) for name, counts in drawn.items()}


def _one(rng: Generator, size: int) -> Arguments:  # noqa: ARG001
    return _tests(rng, 1)


def _floats(rng: Generator, size: int) -> Arguments:
    return {name: counts.astype(np.float64) for name, counts in _some(rng, size).items()}


def _single_precision(rng: Generator, size: int) -> Arguments:
    return {name: counts.astype(np.float32) for name, counts in _some(rng, size).items()}


def _unsigned(rng: Generator, size: int) -> Arguments:
    """Differences below 0 do not fit into unsigned numbers."""
    return {name: counts.astype(np.uint32) for name, counts in _some(rng, size).items()}


def _nobody(rng: Generator, size: int) -> Arguments:
    drawn = _some(rng, size)
    drawn["x1"][0] = drawn["x2"][0] = 0
    return drawn


def _everybody(rng: Generator, size: int) -> Arguments:
    drawn = _some(rng, size)
    drawn["x1"][0], drawn["x2"][0] = drawn["n1"][0], drawn["n2"][0]
    return drawn


def _the_same(rng: Generator, size: int) -> Arguments:
    drawn = _some(rng, size)
    return drawn | {"x2": drawn["x1"].copy(), "n2": drawn["n1"].copy()}


def _one_group_none(rng: Generator, size: int) -> Arguments:
    drawn = _tests(rng, size + 1, 40)
    return drawn | {"x1": np.zeros(size + 1, dtype=np.int64), "x2": drawn["n2"] // 4}


def _overwhelming(rng: Generator, size: int) -> Arguments:
    """|z| between 9 and 35: the p-values are tiny, not 0."""
    n1, n2 = rng.integers(900, 1100, size + 1), rng.integers(900, 1100, size + 1)
    high, low = rng.uniform(0.5, 0.75, size + 1), rng.uniform(0.05, 0.15, size + 1)
    return {"x1": (n1 * high).astype(int), "n1": n1, "x2": (n2 * low).astype(int), "n2": n2}


def _many(rng: Generator, size: int) -> Arguments:
    return _tests(rng, 1000 * size)


def _p_values(z: Any) -> Floats:
    return np.asarray([math.erfc(abs(each) / math.sqrt(2)) for each in z.ravel()]).reshape(z.shape)


def _unpooled(x1: Any, n1: Any, x2: Any, n2: Any) -> tuple[Floats, Floats]:
    p1, p2 = x1 / n1, x2 / n2
    z = (p1 - p2) / np.sqrt(p1 * (1 - p1) / n1 + p2 * (1 - p2) / n2)
    return z, _p_values(z)


def _mean_of_rates(x1: Any, n1: Any, x2: Any, n2: Any) -> tuple[Floats, Floats]:
    p1, p2 = x1 / n1, x2 / n2
    rate = (p1 + p2) / 2
    z = (p1 - p2) / np.sqrt(rate * (1 - rate) * (1 / n1 + 1 / n2))
    return z, _p_values(z)


def _one_sided(**given: Any) -> tuple[Floats, Floats]:
    z, p = two_proportion_z_test(**given)
    return z, p / 2


def _other_sign(**given: Any) -> tuple[Floats, Floats]:
    z, p = two_proportion_z_test(**given)
    return -z, p


def _rounded_away(**given: Any) -> tuple[Floats, Floats]:
    z, p = two_proportion_z_test(**given)
    return z, 2 * (1 - (1 - p / 2))


HIDDEN = Hidden(
    Exercise(
        name="two_proportion_z_test",
        summary="Test whether the rates of two groups differ: z value and two-sided p-value.",
        parameters=(
            Parameter("x1", "array of any shape: how many in group 1 (treatment) converted"),
            Parameter("n1", "array of the same shape: how many were in group 1"),
            Parameter("x2", "array of the same shape: how many in group 2 (control) converted"),
            Parameter("n2", "array of the same shape: how many were in group 2"),
        ),
        returns="two arrays of that shape, z and p; each entry is a test of its own",
        parts=(Part("z"), Part("p")),
        conventions=(
            "z is positive where the rate of group 1 is higher.",
            "The standard error uses the pooled rate (x1 + x2) / (n1 + n2).",
            "No continuity correction.",
            "p is two-sided, from the standard normal distribution; tiny ones are not 0.",
            "If nobody or everybody converted in both groups, z is 0 and p is 1.",
            "Counts may be unsigned; 0 <= x <= n and n >= 1. They come back unchanged.",
        ),
        example=(
            (
                "two_proportion_z_test(np.array([30]), [100], np.array([20]), [100])",
                "(array([1.63299316]), array([0.10247043]))",
            ),
        ),
    ),
    two_proportion_z_test,
    (
        Family(Category.BASIC, "a few tests", _some, 4),
        Family(Category.BASIC, "groups of unequal size", _unequal_groups),
        Family(Category.SHAPE, "a table of tests", _table),
        Family(Category.DTYPE, "floats", _floats, 1),
        Family(Category.DTYPE, "float32", _single_precision),
        Family(Category.DTYPE, "unsigned integers", _unsigned),
        Family(Category.EDGE, "one test", _one, 1),
        Family(Category.EDGE, "nobody converted", _nobody),
        Family(Category.EDGE, "everybody converted", _everybody),
        Family(Category.EDGE, "both groups the same", _the_same, 1),
        Family(Category.EDGE, "nobody in group 1 converted", _one_group_none, 1),
        Family(Category.STABILITY, "tiny p-values", _overwhelming),
        Family(Category.ALIASING, "the counts stay as they were", _some),
        Family(Category.LARGE, "thousands of tests", _many, 1),
    ),
    (
        Suspect("each group's own variance instead of the pooled rate's", _unpooled),
        Suspect(
            "the pooled rate is the mean of both rates, whatever the groups' sizes", _mean_of_rates
        ),
        Suspect("the p-value is one-sided: it needs a factor of 2", _one_sided),
        Suspect("group 2 minus group 1: the sign of z is turned", _other_sign),
        Suspect("1 - Phi(|z|) rounds to 0: take the upper tail, or erfc", _rounded_away),
    ),
)
