"""Learning rates of a cosine schedule with a linear warm-up."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from quizml.model.exercises import Category, Exercise, Parameter
from quizml.references.hidden import Arguments, Family, Hidden, Suspect

if TYPE_CHECKING:
    from numpy.random import Generator
    from numpy.typing import ArrayLike, NDArray

    Floats = NDArray[np.float64]


def cosine_lr(
    step: ArrayLike,
    total_steps: int,
    lr_max: float,
    lr_min: float = 0.0,
    warmup_steps: int = 0,
) -> Floats:
    r"""The learning rate at each step, of step's shape; steps count from 0.

    In the warm-up, where t < w, the rate is $\eta_{max} t / w$. Then it follows half a cosine,
    $\eta_{min} + (\eta_{max} - \eta_{min})(1 + \cos(\pi p)) / 2$, with the part
    p = (t - w) / (T - w) of the way from the end of the warm-up w to the total T; from T on it
    stays at the least rate. 0 <= w < T.
    Source: Loshchilov & Hutter 2016, arXiv:1608.03983, equation 5, without restarts; a gradual
    warm-up is from Goyal et al. 2017, arXiv:1706.02677 (theirs starts above 0).

    >>> cosine_lr([0, 1, 2, 4, 6, 9], 6, 0.5, lr_min=0.25, warmup_steps=2).tolist()
    [0.0, 0.25, 0.5, 0.375, 0.25, 0.25]
    """
    step = np.asarray(step, dtype=np.float64)
    rising = lr_max * step / max(warmup_steps, 1)
    part = np.clip((step - warmup_steps) / (total_steps - warmup_steps), 0, 1)
    falling = lr_min + 0.5 * (lr_max - lr_min) * (1 + np.cos(np.pi * part))
    return np.where(step < warmup_steps, rising, falling)


def _run(rng: Generator, count: Any, warmup: int = 0, lr_min: float | None = None) -> Arguments:
    """Steps of a run of that warm-up, in no order."""
    total = warmup + int(rng.integers(10, 90))
    steps = rng.integers(0, total + 1, count)
    found = {"step": steps, "total_steps": total, "lr_max": round(rng.uniform(0.1, 2), 2)}
    if warmup:
        found["warmup_steps"] = warmup
    return found if lr_min is None else found | {"lr_min": lr_min}


def _least(rng: Generator) -> float:
    return float(rng.choice([0.01, 0.02, 0.05]))


def _plain(rng: Generator, size: int) -> Arguments:
    return _run(rng, size + 3)


def _to_a_least_rate(rng: Generator, size: int) -> Arguments:
    return _run(rng, size + 3, lr_min=_least(rng))


def _warmed_up(rng: Generator, size: int) -> Arguments:
    found = _run(rng, size + 3, int(rng.integers(5, 30)), _least(rng))
    found["step"][:2] = rng.integers(1, found["warmup_steps"], 2)
    return found


def _matrix(rng: Generator, size: int) -> Arguments:
    return _run(rng, (size, size + 2), int(rng.integers(5, 30)), _least(rng))


def _one(rng: Generator, size: int) -> Arguments:  # noqa: ARG001
    return _run(rng, 1)


def _single_precision(rng: Generator, size: int) -> Arguments:
    found = _warmed_up(rng, size)
    return found | {"step": found["step"].astype(np.float32)}


def _floats(rng: Generator, size: int) -> Arguments:
    found = _warmed_up(rng, size)
    return found | {"step": found["step"].astype(np.float64)}


def _unsigned(rng: Generator, size: int) -> Arguments:
    found = _warmed_up(rng, size)
    return found | {"step": found["step"].astype(np.uint32)}


def _ends(rng: Generator, size: int) -> Arguments:
    found = _run(rng, size, lr_min=_least(rng))
    return found | {"step": np.array([0, found["total_steps"]])}


def _around_the_peak(rng: Generator, size: int) -> Arguments:
    found = _warmed_up(rng, size)
    return found | {"step": np.array([0, *(found["warmup_steps"] + np.arange(-1, 2))])}


def _past_the_end(rng: Generator, size: int) -> Arguments:
    found = _warmed_up(rng, size)
    found["step"][2:] = found["total_steps"] + rng.integers(1, 40, size + 1)
    return found


def _warm_up_of_one(rng: Generator, size: int) -> Arguments:
    found = _run(rng, size + 2, 1, _least(rng))
    found["step"][:2] = 0, 1
    return found


def _no_steps(rng: Generator, size: int) -> Arguments:  # noqa: ARG001
    return _run(rng, 0)


def _whole_run(rng: Generator, size: int) -> Arguments:
    total = 2000 * size
    found = _run(rng, 1, int(rng.integers(20, 90)), _least(rng))
    return found | {"step": np.arange(total), "total_steps": total - int(rng.integers(9))}


def _not_all_zero(arguments: Arguments) -> bool:
    """Whether some rate is so large that another one's rounding at 0 does not count."""
    rates = cosine_lr(**arguments)
    return not rates.size or float(rates.max()) > 1e-3


def _no_half(**found: Any) -> Floats:
    least = found.get("lr_min", 0.0)
    rates = cosine_lr(**found)
    late = found["step"] >= found.get("warmup_steps", 0)
    return np.where(late, least + 2 * (rates - least), rates)


def _no_warmup(**found: Any) -> Floats:
    return cosine_lr(**found | {"warmup_steps": 0})


def _from_the_start(**found: Any) -> Floats:
    """The cosine counts the steps of the warm-up."""
    warmup = found.get("warmup_steps", 0)
    return np.where(found["step"] < warmup, cosine_lr(**found), _no_warmup(**found))


def _linear(**found: Any) -> Floats:
    step, warmup, least = found["step"], found.get("warmup_steps", 0), found.get("lr_min", 0.0)
    part = np.clip((step.astype(float) - warmup) / (found["total_steps"] - warmup), 0, 1)
    line = found["lr_max"] + (least - found["lr_max"]) * part
    return np.where(step < warmup, cosine_lr(**found), line)


def _to_zero(**found: Any) -> Floats:
    return cosine_lr(**found | {"lr_min": 0.0})


def _rises_again(**found: Any) -> Floats:
    """The cosine goes on after the end."""
    total, warmup = found["total_steps"], found.get("warmup_steps", 0)
    step = found["step"].astype(float)
    around = 2 * (total - warmup)
    folded = np.where(step > total, total - np.abs((step - total) % around), step)
    return cosine_lr(**found | {"step": np.where(step > total, np.maximum(folded, warmup), step)})


def _one_late(**found: Any) -> Floats:
    warmup = found.get("warmup_steps", 0)
    early = found["lr_max"] * (found["step"] + 1.0) / max(warmup, 1)
    return np.where(found["step"] < warmup, early, cosine_lr(**found))


HIDDEN = Hidden(
    Exercise(
        name="cosine_lr",
        summary="Learning rates of a cosine schedule with a linear warm-up.",
        parameters=(
            Parameter("step", "array of any shape of step numbers, counted from 0"),
            Parameter("total_steps", "the step at which the least rate is reached"),
            Parameter("lr_max", "the rate at the end of the warm-up"),
            Parameter("lr_min", "the least rate", "0.0"),
            Parameter("warmup_steps", "the length of the warm-up; less than total_steps", "0"),
        ),
        returns="array of step's shape, the learning rates; floats",
        conventions=(
            "In the warm-up (step < warmup_steps) the rate is lr_max * step / warmup_steps.",
            "At step warmup_steps it is lr_max, and the cosine begins; halfway it is the mean.",
            "At total_steps it is lr_min, and stays there afterwards.",
            "Steps may be signed or unsigned integers or floats; there may be none.",
            "step comes back unchanged.",
        ),
        example=(
            (
                "cosine_lr(np.array([0, 1, 2, 4, 6, 9]), 6, 0.5, 0.25, 2)",
                "array([0.   , 0.25 , 0.5  , 0.375, 0.25 , 0.25 ])",
            ),
        ),
    ),
    cosine_lr,
    (
        Family(Category.BASIC, "down to 0", _plain, 4),
        Family(Category.BASIC, "down to a least rate", _to_a_least_rate, 3),
        Family(Category.BASIC, "with a warm-up", _warmed_up, 3),
        Family(Category.SHAPE, "a matrix of steps", _matrix),
        Family(Category.SHAPE, "one step", _one, 1),
        Family(Category.DTYPE, "float32", _single_precision),
        Family(Category.DTYPE, "steps that are floats", _floats, 1),
        Family(Category.DTYPE, "unsigned steps", _unsigned),
        Family(Category.EDGE, "the first and the last step", _ends),
        Family(Category.EDGE, "around the end of the warm-up", _around_the_peak),
        Family(Category.EDGE, "steps past the end", _past_the_end),
        Family(Category.EDGE, "a warm-up of one step", _warm_up_of_one, 1),
        Family(Category.EDGE, "no steps", _no_steps, 1),
        Family(Category.ALIASING, "the input stays as it was", _warmed_up),
        Family(Category.LARGE, "a whole run", _whole_run, 1),
    ),
    (
        Suspect("the factor 1/2 of the cosine is missing", _no_half),
        Suspect("the argument `warmup_steps` is ignored", _no_warmup),
        Suspect("the cosine counts the steps of the warm-up, too", _from_the_start),
        Suspect("the argument `lr_min` is ignored", _to_zero),
        Suspect("the rate falls along a line instead of a cosine", _linear),
        Suspect("after the last step the cosine goes on and rises again", _rises_again),
        Suspect("the warm-up is one step ahead: it takes step + 1", _one_late),
    ),
    fair=_not_all_zero,
)
