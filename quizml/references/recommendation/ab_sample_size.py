"""Sample size of an A/B test."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from quizml.model.exercises import Category, Exercise, Parameter, Returns
from quizml.references.hidden import Arguments, Family, Hidden, Suspect

if TYPE_CHECKING:
    from numpy.random import Generator
    from numpy.typing import ArrayLike, NDArray

    Integers = NDArray[np.int64]


def ab_sample_size(
    sigma: ArrayLike, delta: ArrayLike, alpha: float = 0.05, power: float = 0.8
) -> Integers:
    r"""How many users each of two groups needs, of the inputs' shape, rounded up.

    To see a difference delta of the means of a metric with standard deviation sigma, in a two-sided
    test at the level alpha and with this power 1 - beta, $n = 2 \sigma^2 (z_{1-\alpha/2} +
    z_{1-\beta})^2 / \delta^2$: the difference of two means has the variance 2 sigma^2 / n. At 5 %
    and 80 % that is about 16 sigma^2 / delta^2. For a rate p, sigma^2 = p (1 - p). The chance that
    a test rejects in the wrong direction is left out, as usual.
    Source: Kohavi, Tang, Xu: Trustworthy Online Controlled Experiments (2020), chapter 17.

    >>> int(ab_sample_size(0.3, 0.01))  # a rate of 10 %, to tell from 11 %
    14128
    """
    from statistics import NormalDist  # noqa: PLC0415 - the text of this function runs alone

    quantile = NormalDist().inv_cdf
    factor = 2 * (quantile(1 - alpha / 2) + quantile(power)) ** 2
    ratio = np.asarray(sigma, dtype=np.float64) / np.asarray(delta, dtype=np.float64)
    return np.ceil(factor * ratio**2).astype(np.int64)


def _drawn(rng: Generator, count: int) -> Arguments:
    sigma = rng.uniform(0.2, 3, count).round(3)
    return {"sigma": sigma, "delta": (sigma * rng.uniform(0.03, 0.3, count)).round(4)}


def _usual(rng: Generator, size: int) -> Arguments:
    return _drawn(rng, size + 1)


def _other_level(rng: Generator, size: int) -> Arguments:
    return _drawn(rng, size + 1) | {"alpha": float(rng.choice([0.001, 0.01, 0.1, 0.2]))}


def _other_power(rng: Generator, size: int) -> Arguments:
    return _drawn(rng, size + 1) | {"power": float(rng.choice([0.6, 0.7, 0.9, 0.95, 0.99]))}


def _rates(rng: Generator, size: int) -> Arguments:
    rate = rng.uniform(0.02, 0.5, size + 1).round(3)
    return {"sigma": np.sqrt(rate * (1 - rate)), "delta": rate / 20, "alpha": 0.01, "power": 0.9}


def _table(rng: Generator, size: int) -> Arguments:
    return {name: array.reshape(2, size) for name, array in _drawn(rng, 2 * size).items()}


def _single_precision(rng: Generator, size: int) -> Arguments:
    return {name: array.astype(np.float32) for name, array in _drawn(rng, size + 1).items()}


def _integers(rng: Generator, size: int) -> Arguments:
    return {"sigma": rng.integers(20, 90, size + 1), "delta": rng.integers(2, 9, size + 1)}


def _one(rng: Generator, size: int) -> Arguments:  # noqa: ARG001
    return _drawn(rng, 1)


def _drop(rng: Generator, size: int) -> Arguments:
    drawn = _drawn(rng, size + 1)
    return drawn | {"delta": -drawn["delta"]}


def _even_power(rng: Generator, size: int) -> Arguments:
    """The quantile of one half is 0."""
    return _drawn(rng, size + 1) | {"power": 0.5}


def _low_power(rng: Generator, size: int) -> Arguments:
    return _drawn(rng, size + 1) | {"power": float(rng.choice([0.2, 0.3, 0.4]))}


def _huge_effect(rng: Generator, size: int) -> Arguments:
    """A fraction of a user still is one user; the last asks for many."""
    drawn = _drawn(rng, size + 2)
    drawn["delta"][:-1] = drawn["sigma"][:-1] * rng.uniform(4.5, 9, size + 1)
    return drawn


def _many(rng: Generator, size: int) -> Arguments:
    return _drawn(rng, 1000 * size)


def _exact(sigma: Any, delta: Any, alpha: float = 0.05, power: float = 0.8, sides: int = 2) -> Any:
    from statistics import NormalDist  # noqa: PLC0415

    quantile = NormalDist().inv_cdf
    factor = 2 * (quantile(1 - alpha / sides) + quantile(power)) ** 2
    return factor * (np.asarray(sigma, np.float64) / np.asarray(delta, np.float64)) ** 2


def _fair(arguments: Arguments) -> bool:
    """Whether no size is so near a whole number that rounding decides; and nothing is 0."""
    if not (np.all(arguments["sigma"]) and np.all(arguments["delta"])):
        return False
    sizes = _exact(**arguments)
    margin = 4e-6 if arguments["sigma"].dtype == np.float32 else 1e-10
    return bool(np.all(np.abs(sizes - np.rint(sizes)) > margin * sizes + 1e-8))


def _up(sizes: Any) -> Integers:
    return np.asarray(np.ceil(sizes), dtype=np.int64)


def _one_group(**given: Any) -> Integers:
    return _up(_exact(**given) / 2)


def _both_groups(**given: Any) -> Integers:
    return 2 * ab_sample_size(**given)


def _one_sided(**given: Any) -> Integers:
    return _up(_exact(**given, sides=1))


def _rule_of_thumb(sigma: Any, delta: Any, **_: Any) -> Integers:
    return _up(16 * (sigma / delta) ** 2)


def _nearest(**given: Any) -> Integers:
    return np.asarray(np.rint(_exact(**given)), dtype=np.int64)


HIDDEN = Hidden(
    Exercise(
        name="ab_sample_size",
        summary="How many users each group of an A/B test needs.",
        parameters=(
            Parameter("sigma", "array of any shape: the metric's standard deviation, above 0"),
            Parameter("delta", "array of that shape: the difference to detect, not 0"),
            Parameter("alpha", "a float: the level of the two-sided test", "0.05"),
            Parameter("power", "a float: the chance to find that difference, 1 - beta", "0.8"),
        ),
        returns="array of that shape, of integers: the users per group, rounded up",
        kind=Returns.INTEGER,
        conventions=(
            "Two groups of equal size and equal, known sigma; normal approximation.",
            "n = 2 sigma^2 (z_(1 - alpha/2) + z_power)^2 / delta^2, z the exact normal quantiles.",
            "Each entry is a test of its own. delta may be negative.",
            "Quantiles: statistics.NormalDist().inv_cdf, from Python's own library.",
            "Rounded 1.96 and 0.84, or the rule 16 sigma^2 / delta^2, are not near enough.",
            "sigma and delta come back unchanged.",
        ),
        example=(("ab_sample_size(np.array([0.3]), np.array([0.01]))", "array([14128])"),),
    ),
    ab_sample_size,
    (
        Family(Category.BASIC, "5 % and 80 %", _usual, 3),
        Family(Category.BASIC, "another level", _other_level, 3),
        Family(Category.BASIC, "another power", _other_power, 3),
        Family(Category.BASIC, "rates", _rates),
        Family(Category.SHAPE, "a table of tests", _table),
        Family(Category.DTYPE, "float32", _single_precision),
        Family(Category.DTYPE, "integers", _integers),
        Family(Category.EDGE, "one test", _one, 1),
        Family(Category.EDGE, "a drop to detect", _drop),
        Family(Category.EDGE, "power 1/2", _even_power, 1),
        Family(Category.EDGE, "power below 1/2", _low_power),
        Family(Category.EDGE, "huge differences", _huge_effect),
        Family(Category.ALIASING, "the inputs stay as they were", _usual),
        Family(Category.LARGE, "thousands of tests", _many, 1),
    ),
    (
        Suspect("the factor 2 is missing: both groups' means vary", _one_group),
        Suspect("the users of both groups together instead of per group", _both_groups),
        Suspect("the quantile is one-sided: it needs 1 - alpha/2", _one_sided),
        Suspect("the rule of thumb 16 sigma^2 / delta^2", _rule_of_thumb),
        Suspect("rounded to the nearest instead of up", _nearest),
    ),
    fair=_fair,
)
