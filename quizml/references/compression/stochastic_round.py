"""Stochastic rounding to multiples of a step."""

from __future__ import annotations

import copy
from typing import TYPE_CHECKING, Any

import numpy as np

from quizml.model.exercises import Category, Exercise, Parameter
from quizml.references.hidden import Arguments, Family, Hidden, Suspect

if TYPE_CHECKING:
    from numpy.random import Generator
    from numpy.typing import ArrayLike, NDArray

    Floats = NDArray[np.float64]


def stochastic_round(x: ArrayLike, rng: Generator, step: float = 1.0) -> Floats:
    r"""Multiples of step, of x's shape, floats: each x goes up or down, its expectation is x.

    With $y = x / \mathrm{step}$ an entry becomes $\lfloor y \rfloor + 1$ with probability
    $p = y - \lfloor y \rfloor$ and $\lfloor y \rfloor$ otherwise, times the step: unbiased, with
    the variance $p (1 - p)$ steps squared. Multiples of the step stay. `rng.random(x.shape)` is
    drawn once; an entry goes up where its draw is less than p.
    Source: Gupta et al. 2015, arXiv:1502.02551.

    >>> stochastic_round([0.25, 0.75, -0.5, 2.0], np.random.default_rng(0)).tolist()
    [0.0, 1.0, 0.0, 2.0]
    """
    x = np.asarray(x, dtype=np.float64)
    lower = np.floor(x / step)
    up = rng.random(x.shape) < x / step - lower
    rounded: Floats = (lower + up) * step
    return rounded


def _draw(rng: Generator, x: Any, **step: float) -> Arguments:
    return {"x": x, "rng": np.random.default_rng(int(rng.integers(2**32))), **step}


def _values(rng: Generator, *shape: int) -> Floats:
    return np.asarray(rng.integers(-6, 7, shape) + rng.uniform(0.05, 0.95, shape))


def _steps(rng: Generator, size: int) -> Arguments:
    """Powers of two, by which division is exact."""
    step = float(rng.choice([0.125, 0.25, 0.5, 2.0, 4.0]))
    return _draw(rng, _values(rng, size, 5) * step, step=step)


def _single_precision(rng: Generator, size: int) -> Arguments:
    return _draw(rng, _values(rng, size, 4).astype(np.float32))


def _integers(rng: Generator, size: int) -> Arguments:
    return _draw(rng, rng.integers(-9, 10, (size, 5)), step=4.0)


def _multiples(rng: Generator, size: int) -> Arguments:
    return _draw(rng, rng.integers(-9, 10, (size, 3)) * 0.25, step=0.25)


def _negative(rng: Generator, size: int) -> Arguments:
    return _draw(rng, -np.abs(_values(rng, size, 6)))


def _small_updates(rng: Generator, size: int) -> Arguments:
    """Round-to-nearest would lose them all."""
    return _draw(rng, rng.uniform(0.1, 0.4, (size + 1, 8)) * 2.0**-10, step=2.0**-10)


def _huge(rng: Generator, size: int) -> Arguments:
    """Beyond what 64-bit integers hold; whole numbers, so they stay."""
    return _draw(rng, rng.normal(size=(size, 3)) * 1e22)


def _fair(arguments: Arguments) -> bool:
    """Whether no draw is so near its probability that the last digits decide."""
    y = np.asarray(arguments["x"], dtype=np.float64) / arguments.get("step", 1.0)
    share = y - np.floor(y)
    drawn = copy.deepcopy(arguments["rng"]).random(y.shape)
    return not np.any((np.abs(drawn - share) < 1e-6) & (share > 0))


def _nearest(x: Any, rng: Any, step: float = 1.0) -> Floats:  # noqa: ARG001
    return np.asarray(np.rint(x / step) * step)


def _mirrored(x: Any, rng: Any, step: float = 1.0) -> Floats:
    lower = np.floor(x / step)
    return np.asarray((lower + (rng.random(x.shape) > x / step - lower)) * step)


def _towards_zero(x: Any, rng: Any, step: float = 1.0) -> Floats:
    lower = np.trunc(x / step)
    return np.asarray((lower + (rng.random(x.shape) < x / step - lower)) * step)


def _one_draw(x: Any, rng: Any, step: float = 1.0) -> Floats:
    lower = np.floor(x / step)
    return np.asarray((lower + (rng.random() < x / step - lower)) * step)


def _in_steps(x: Any, rng: Any, step: float = 1.0) -> Floats:
    return stochastic_round(x, rng, step) / step


def _whole(x: Any, rng: Any, step: float = 1.0) -> Floats:  # noqa: ARG001
    return stochastic_round(x, rng)


HIDDEN = Hidden(
    Exercise(
        name="stochastic_round",
        summary="Stochastic rounding to multiples of a step.",
        parameters=(
            Parameter("x", "array of any shape"),
            Parameter("rng", "a numpy.random.Generator, the source of chance"),
            Parameter("step", "the distance of the numbers that may come out, above 0", "1.0"),
        ),
        returns="array of x's shape, floats, all multiples of step",
        conventions=(
            "With y = x / step the answer is step times floor(y) or floor(y) + 1.",
            "rng.random(x.shape) is drawn once; an entry goes up where its draw < y - floor(y).",
            "So multiples of step stay, and negative numbers need no rule of their own.",
            "x may be huge or empty or hold integers; the answer is floats, and x stays as it was.",
        ),
        example=(
            (
                "stochastic_round(np.array([0.25, 0.75, -0.5, 2.]), np.random.default_rng(0))",
                "array([0., 1., 0., 2.])",
            ),
        ),
    ),
    stochastic_round,
    (
        Family(
            Category.BASIC, "a few", lambda rng, size: _draw(rng, _values(rng, 2 * size + 8)), 4
        ),
        Family(Category.BASIC, "another step", _steps, 4),
        Family(Category.SHAPE, "a matrix", lambda rng, size: _draw(rng, _values(rng, size + 1, 6))),
        Family(Category.SHAPE, "a block", lambda rng, size: _draw(rng, _values(rng, 2, size, 3))),
        Family(Category.DTYPE, "float32", _single_precision),
        Family(Category.DTYPE, "integers", _integers),
        Family(Category.EDGE, "negative numbers", _negative),
        Family(Category.EDGE, "multiples of the step", _multiples),
        Family(Category.EDGE, "updates below half a step", _small_updates),
        Family(Category.EDGE, "nothing", lambda rng, size: _draw(rng, np.zeros((0, size))), 1),
        Family(Category.STABILITY, "huge numbers", _huge),
        Family(
            Category.ALIASING, "x stays as it was", lambda rng, size: _draw(rng, _values(rng, size))
        ),
        Family(
            Category.LARGE, "many", lambda rng, size: _draw(rng, _values(rng, 75 * size, 50)), 1
        ),
    ),
    (
        Suspect("the nearest multiple is taken, without chance", _nearest),
        Suspect("the probabilities are the wrong way round", _mirrored),
        Suspect(
            "the fraction is counted from 0 (trunc), wrong for negative numbers", _towards_zero
        ),
        Suspect("one draw for all entries instead of one for each", _one_draw),
        Suspect("the answer is in steps, not multiplied by step again", _in_steps),
        Suspect("the argument `step` is ignored", _whole),
    ),
    fair=_fair,
)
