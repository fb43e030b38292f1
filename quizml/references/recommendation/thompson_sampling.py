"""One step of Thompson sampling for rewards of 0 and 1."""

from __future__ import annotations

import copy
from typing import TYPE_CHECKING, Any

import numpy as np

from quizml.model.exercises import Category, Exercise, Parameter, Part, Returns
from quizml.references.hidden import Arguments, Family, Hidden, Suspect

if TYPE_CHECKING:
    from numpy.random import Generator
    from numpy.typing import ArrayLike, NDArray

    Answer = tuple[int, NDArray[np.float64]]


def thompson_sampling(successes: ArrayLike, failures: ArrayLike, rng: Generator) -> Answer:
    r"""The arm to play, and the draws (K,) that decided: one from each arm's posterior.

    With the prior Beta(1, 1), which is uniform, the rate of an arm after s successes and f failures
    has the posterior Beta(s + 1, f + 1). Drawing one rate from each and playing the arm with the
    highest plays every arm with its probability of being the best: a wide posterior draws high now
    and then, and is explored. Source: Russo et al. 2017, arXiv:1707.02038, section 3.

    >>> arm, draws = thompson_sampling([90, 5], [10, 95], np.random.default_rng(0))
    >>> arm, draws.shape
    (0, (2,))
    """
    alpha = np.asarray(successes, dtype=np.float64) + 1
    beta = np.asarray(failures, dtype=np.float64) + 1
    draws = rng.beta(alpha, beta)
    return int(np.argmax(draws)), draws


def _drawn(rng: Generator, arms: int, low: int, high: int) -> Arguments:
    return {
        "successes": rng.integers(low, high, arms),
        "failures": rng.integers(low, high, arms),
        "rng": np.random.default_rng(int(rng.integers(2**32))),
    }


def _some(rng: Generator, size: int) -> Arguments:
    return _drawn(rng, size + 2, 1, 20)


def _few_plays(rng: Generator, size: int) -> Arguments:
    return _drawn(rng, 2 * size + 1, 0, 4)


def _well_known(rng: Generator, size: int) -> Arguments:
    return _drawn(rng, size + 2, 500, 5000)


def _as(kind: Any, drawn: Arguments) -> Arguments:
    return drawn | {name: drawn[name].astype(kind) for name in ("successes", "failures")}


def _single_precision(rng: Generator, size: int) -> Arguments:
    return _as(np.float32, _some(rng, size))


def _faded(rng: Generator, size: int) -> Arguments:
    """Counts that fade with time are no whole numbers."""
    faded = {name: rng.uniform(0, 10, size + 2).round(2) for name in ("successes", "failures")}
    return _some(rng, size) | faded


def _full_bytes(rng: Generator, size: int) -> Arguments:
    """255 + 1 does not fit into a byte."""
    drawn = _as(np.uint8, _drawn(rng, size + 2, 100, 255))
    drawn["failures"][int(rng.integers(size + 2))] = 255
    return drawn


def _nothing_known(rng: Generator, size: int) -> Arguments:
    return _drawn(rng, size + 2, 0, 1)


def _one_arm(rng: Generator, size: int) -> Arguments:  # noqa: ARG001
    return _drawn(rng, 1, 0, 10)


def _never_or_always(rng: Generator, size: int) -> Arguments:
    drawn = _some(rng, size)
    drawn["successes"][0] = drawn["failures"][1] = 0
    return drawn


def _a_new_arm(rng: Generator, size: int) -> Arguments:
    drawn = _well_known(rng, size)
    newest = int(rng.integers(size + 2))
    drawn["successes"][newest] = drawn["failures"][newest] = 0
    return drawn


def _many(rng: Generator, size: int) -> Arguments:
    return _drawn(rng, 2000 * size, 0, 100)


def _fair(arguments: Arguments) -> bool:
    """Whether the best draw stands out, however the sum of counts was rounded."""
    draws = np.sort(thompson_sampling(**copy.deepcopy(arguments))[1])
    return len(draws) < 2 or float(draws[-1] - draws[-2]) > 1e-9


def _best(draws: NDArray[np.float64]) -> Answer:
    return int(np.argmax(draws)), draws


def _no_prior(successes: Any, failures: Any, rng: Generator) -> Answer:
    return _best(rng.beta(successes, failures))


def _swapped(successes: Any, failures: Any, rng: Generator) -> Answer:
    return thompson_sampling(failures, successes, rng)


def _means(successes: Any, failures: Any, rng: Generator) -> Answer:  # noqa: ARG001
    return _best((successes + 1) / (successes + failures + 2))


def _plays_for_failures(successes: Any, failures: Any, rng: Generator) -> Answer:
    return thompson_sampling(successes, successes + failures, rng)


HIDDEN = Hidden(
    Exercise(
        name="thompson_sampling",
        summary="Choose the next arm by Thompson sampling for rewards of 0 and 1.",
        parameters=(
            Parameter("successes", "array (K,): how often each arm paid, integers or floats"),
            Parameter("failures", "array (K,): how often each arm did not pay"),
            Parameter("rng", "a numpy.random.Generator"),
        ),
        returns="the number of the arm to play, from 0, and the array (K,) of the draws",
        parts=(Part("arm", Returns.INTEGER), Part("draws")),
        conventions=(
            "The prior of each arm's rate is Beta(1, 1).",
            "Draw once: rng.beta(successes + 1, failures + 1), arm 0 first; nothing else is drawn.",
            "The arm with the largest draw is played.",
            "Counts are 0 or more; they may be bytes (uint8) up to 255, or fractions.",
            "K is at least 1. successes and failures come back unchanged.",
        ),
        example=(
            (
                "thompson_sampling([900, 5], [10, 995], np.random.default_rng(0))[0]",
                "0",
            ),
        ),
    ),
    thompson_sampling,
    (
        Family(Category.BASIC, "a few arms", _some, 4),
        Family(Category.BASIC, "few plays so far", _few_plays),
        Family(Category.BASIC, "well-known arms", _well_known),
        Family(Category.DTYPE, "float32", _single_precision),
        Family(Category.DTYPE, "fractions", _faded),
        Family(Category.DTYPE, "bytes", _full_bytes),
        Family(Category.EDGE, "nothing known yet", _nothing_known),
        Family(Category.EDGE, "one arm", _one_arm, 1),
        Family(Category.EDGE, "an arm that never paid, one that always did", _never_or_always),
        Family(Category.EDGE, "a new arm among well-known ones", _a_new_arm),
        Family(Category.ALIASING, "the counts stay as they were", _some),
        Family(Category.LARGE, "thousands of arms", _many, 1),
    ),
    (
        Suspect("the prior Beta(1, 1) is not added to the counts", _no_prior),
        Suspect("successes and failures are swapped", _swapped),
        Suspect("the posterior's mean instead of a draw from it", _means),
        Suspect("the second parameter counts all plays, not the failures", _plays_for_failures),
    ),
    fair=_fair,
)
