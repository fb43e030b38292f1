"""Learning rates of the Noam schedule, the original Transformer's."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from quizml.model.exercises import Category, Exercise, Parameter
from quizml.references.hidden import Arguments, Family, Hidden, Suspect

if TYPE_CHECKING:
    from numpy.random import Generator
    from numpy.typing import ArrayLike, NDArray

    Floats = NDArray[np.float64]


def noam_lr(step: ArrayLike, d_model: int, warmup_steps: int = 4000, factor: float = 1.0) -> Floats:
    r"""The learning rate at each step, of step's shape; steps count from 1.

    $f d^{-1/2} \min(t^{-1/2}, t w^{-3/2})$ with the factor f, the model's width d, the step t and
    the warm-up w: a rise along a line for w steps, then a fall like one over the root of t. Both
    terms meet at t = w, where the rate is highest: $f / \sqrt{d w}$.
    Source: Vaswani et al. 2017, arXiv:1706.03762, equation 3 (where f is 1).

    >>> noam_lr([1, 4, 16], d_model=4, warmup_steps=4).tolist()
    [0.0625, 0.25, 0.125]
    """
    step = np.asarray(step, dtype=np.float64)
    rates: Floats = np.minimum(step**-0.5, step * warmup_steps**-1.5)
    return rates * float(factor / np.sqrt(d_model))


def _run(rng: Generator, count: Any) -> Arguments:
    """Steps from before and after the end of the warm-up."""
    warmup = int(rng.integers(20, 400))
    return {
        "step": np.maximum(1, warmup * 4.0 ** rng.uniform(-2, 2, count)).astype(np.int64),
        "d_model": int(rng.choice([64, 128, 256, 512, 768])),
        "warmup_steps": warmup,
    }


def _early(rng: Generator, size: int) -> Arguments:
    found = _run(rng, size + 2)
    return found | {"step": rng.integers(1, found["warmup_steps"], size + 2)}


def _late(rng: Generator, size: int) -> Arguments:
    found = _run(rng, size + 2)
    return found | {"step": found["warmup_steps"] * rng.integers(2, 9, size + 2)}


def _both(rng: Generator, size: int) -> Arguments:
    found = _run(rng, size + 2)
    found["step"][:2] = found["warmup_steps"] // 3, 3 * found["warmup_steps"]
    return found


def _factor(rng: Generator, size: int) -> Arguments:
    return _both(rng, size) | {"factor": float(rng.choice([0.5, 2.0, 3.0]))}


def _defaults(rng: Generator, size: int) -> Arguments:
    steps = rng.integers(1, 20_000, size + 2)
    return {"step": steps, "d_model": int(rng.choice([256, 512, 1024]))}


def _matrix(rng: Generator, size: int) -> Arguments:
    return _run(rng, (size, size + 2))


def _one(rng: Generator, size: int) -> Arguments:  # noqa: ARG001
    return _run(rng, 1)


def _single_precision(rng: Generator, size: int) -> Arguments:
    found = _both(rng, size)
    return found | {"step": found["step"].astype(np.float32)}


def _floats(rng: Generator, size: int) -> Arguments:
    found = _both(rng, size)
    return found | {"step": found["step"].astype(np.float64)}


def _narrow_integers(rng: Generator, size: int) -> Arguments:
    found = _both(rng, size)
    return found | {"step": found["step"].astype(np.int32)}


def _first(rng: Generator, size: int) -> Arguments:  # noqa: ARG001
    return _run(rng, 1) | {"step": np.array([1])}


def _at_the_peak(rng: Generator, size: int) -> Arguments:
    found = _run(rng, size)
    return found | {"step": found["warmup_steps"] + np.arange(-1, 2)}


def _no_warmup(rng: Generator, size: int) -> Arguments:
    return _run(rng, size + 2) | {"warmup_steps": 1}


def _odd_width(rng: Generator, size: int) -> Arguments:
    return _both(rng, size) | {"d_model": int(rng.choice([1, 3, 7]))}


def _no_steps(rng: Generator, size: int) -> Arguments:  # noqa: ARG001
    return _run(rng, 0)


def _whole_run(rng: Generator, size: int) -> Arguments:
    return _run(rng, 1) | {"step": np.arange(1, 2000 * size + 1)}


def _greater(step: Any, d_model: int, warmup_steps: int = 4000, factor: float = 1.0) -> Floats:
    terms = np.maximum(step**-0.5, step * warmup_steps**-1.5)
    return np.asarray(factor * d_model**-0.5 * terms)


def _unscaled(step: Any, d_model: int, warmup_steps: int = 4000, factor: float = 1.0) -> Floats:
    return np.asarray(noam_lr(step, d_model, warmup_steps, factor) * np.sqrt(d_model))


def _widened(step: Any, d_model: int, warmup_steps: int = 4000, factor: float = 1.0) -> Floats:
    return noam_lr(step, d_model, warmup_steps, factor) * d_model


def _wrong_power(step: Any, d_model: int, warmup_steps: int = 4000, factor: float = 1.0) -> Floats:
    terms = np.minimum(step**-0.5, step * warmup_steps**-0.5)
    return np.asarray(factor * d_model**-0.5 * terms)


def _no_factor(step: Any, d_model: int, warmup_steps: int = 4000, **_: float) -> Floats:
    return noam_lr(step, d_model, warmup_steps)


def _from_zero(step: Any, d_model: int, warmup_steps: int = 4000, factor: float = 1.0) -> Floats:
    return noam_lr(step + 1, d_model, warmup_steps, factor)


HIDDEN = Hidden(
    Exercise(
        name="noam_lr",
        summary="Learning rates of the Noam schedule, the original Transformer's.",
        parameters=(
            Parameter("step", "array of any shape of step numbers, counted from 1"),
            Parameter("d_model", "the width of the model"),
            Parameter("warmup_steps", "the length of the warm-up; at least 1", "4000"),
            Parameter("factor", "a factor on all rates", "1.0"),
        ),
        returns="array of step's shape, the learning rates; floats",
        conventions=(
            "The first step is 1; a step 0 does not occur.",
            "For warmup_steps steps the rate rises along a line, then falls like 1 / sqrt(step).",
            "At step warmup_steps it is factor / sqrt(d_model * warmup_steps).",
            "Steps may be integers of 32 or 64 bits or floats; there may be none.",
            "step comes back unchanged.",
        ),
        example=(("noam_lr(np.array([1, 4, 16]), 4, 4)", "array([0.0625, 0.25  , 0.125 ])"),),
    ),
    noam_lr,
    (
        Family(Category.BASIC, "in the warm-up", _early, 3),
        Family(Category.BASIC, "after the warm-up", _late, 3),
        Family(Category.BASIC, "before and after", _both, 3),
        Family(Category.BASIC, "a factor", _factor),
        Family(Category.BASIC, "both defaults", _defaults),
        Family(Category.SHAPE, "a matrix of steps", _matrix),
        Family(Category.SHAPE, "one step", _one, 1),
        Family(Category.DTYPE, "float32", _single_precision),
        Family(Category.DTYPE, "steps that are floats", _floats, 1),
        Family(Category.DTYPE, "steps of 32 bits", _narrow_integers, 1),
        Family(Category.EDGE, "the first step", _first, 1),
        Family(Category.EDGE, "around the highest rate", _at_the_peak),
        Family(Category.EDGE, "a warm-up of one step", _no_warmup, 1),
        Family(Category.EDGE, "a small, odd width", _odd_width, 1),
        Family(Category.EDGE, "no steps", _no_steps, 1),
        Family(Category.ALIASING, "the input stays as it was", _both),
        Family(Category.LARGE, "a whole run", _whole_run, 1),
    ),
    (
        Suspect("the greater of the two terms is taken instead of the smaller", _greater),
        Suspect("the factor d_model ** -0.5 is missing", _unscaled),
        Suspect("the root of d_model is multiplied instead of divided by", _widened),
        Suspect("the power of the warm-up is -0.5 instead of -1.5", _wrong_power),
        Suspect("the argument `factor` is ignored", _no_factor),
        Suspect("the schedule is one step ahead: it takes step + 1", _from_zero),
    ),
)
