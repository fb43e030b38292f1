"""One step of UCB1."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from quizml.model.exercises import Category, Exercise, Parameter, Part, Returns
from quizml.references.hidden import Arguments, Family, Hidden, Suspect

if TYPE_CHECKING:
    from numpy.random import Generator
    from numpy.typing import ArrayLike, NDArray

    Answer = tuple[int, NDArray[np.float64]]


def ucb1(rewards: ArrayLike, plays: ArrayLike) -> Answer:
    r"""The arm to play next, and the upper bounds (K,) that decided.

    rewards is the sum of what each arm paid, each time between 0 and 1, in plays turns. A bound is
    $\bar x_i + \sqrt{2 \ln t / n_i}$: its mean, and a bonus that shrinks with its own plays n_i and
    grows slowly with the plays t of all arms together. An arm that was never played has the bound
    inf, so all arms are tried first; among equals the first is played. Source: Auer, Cesa-Bianchi,
    Fischer 2002, Finite-time Analysis of the Multiarmed Bandit Problem, Machine Learning 47.

    >>> arm, bounds = ucb1([6.0, 1.0], [10, 2])
    >>> arm, bounds.round(4).tolist()
    (1, [1.305, 2.0764])
    """
    rewards, plays = np.asarray(rewards, dtype=np.float64), np.asarray(plays, dtype=np.float64)
    played = plays > 0
    counts = np.where(played, plays, 1.0)
    total = max(float(plays.sum()), 1.0)
    bounds = np.where(played, rewards / counts + np.sqrt(2 * np.log(total) / counts), np.inf)
    return int(np.argmax(bounds)), bounds


def _drawn(rng: Generator, arms: int, low: int, high: int) -> Arguments:
    """No two arms were played equally often."""
    plays = rng.choice(np.arange(low, high), arms, replace=False)
    return {"rewards": rng.binomial(plays, rng.uniform(0.1, 0.9, arms)) * 1.0, "plays": plays}


def _some(rng: Generator, size: int) -> Arguments:
    return _drawn(rng, size + 2, 3, 40)


def _long_run(rng: Generator, size: int) -> Arguments:
    """The arm with the best mean was played so often that another's bonus overtakes it."""
    plays = rng.integers(20, 60, size + 2)
    best = int(rng.integers(size + 2))
    plays[best] = 5000
    rewards = plays * rng.uniform(0.5, 0.6, size + 2)
    rewards[best] = 0.7 * 5000
    return {"rewards": rewards, "plays": plays}


def _single_precision(rng: Generator, size: int) -> Arguments:
    drawn = _some(rng, size)
    return drawn | {"rewards": drawn["rewards"].astype(np.float32)}


def _integers(rng: Generator, size: int) -> Arguments:
    drawn = _some(rng, size)
    return drawn | {"rewards": drawn["rewards"].astype(np.int64)}


def _one_new(rng: Generator, size: int) -> Arguments:
    drawn = _some(rng, size)
    new = int(rng.integers(1, size + 2))
    drawn["rewards"][new] = drawn["plays"][new] = 0
    return drawn


def _several_new(rng: Generator, size: int) -> Arguments:
    drawn = _drawn(rng, size + 3, 3, 40)
    for new in rng.choice(np.arange(1, size + 3), 2, replace=False):
        drawn["rewards"][new] = drawn["plays"][new] = 0
    return drawn


def _all_new(rng: Generator, size: int) -> Arguments:  # noqa: ARG001
    return {"rewards": np.zeros(size + 2), "plays": np.zeros(size + 2, dtype=np.int64)}


def _one_arm(rng: Generator, size: int) -> Arguments:  # noqa: ARG001
    return _drawn(rng, 1, 2, 40)


def _one_play(rng: Generator, size: int) -> Arguments:  # noqa: ARG001
    """Ln 1 is 0: no bonus yet."""
    return {"rewards": np.array([rng.uniform(0.1, 0.9)]), "plays": np.array([1])}


def _without_reward(rng: Generator, size: int) -> Arguments:
    drawn = _some(rng, size)
    return drawn | {"rewards": np.zeros(size + 2)}


def _alike(rng: Generator, size: int) -> Arguments:
    """Some arms with the very same counts, which are the best."""
    drawn = _drawn(rng, size + 3, 30, 60)
    twins = rng.choice(size + 3, 2, replace=False)
    drawn["rewards"][twins], drawn["plays"][twins] = float(rng.integers(3, 5)), 4
    return drawn


def _many(rng: Generator, size: int) -> Arguments:
    return _drawn(rng, 2500 * size, 1, 10**5)


def _fair(arguments: Arguments) -> bool:
    """Whether the best bound stands out; twins have the same counts, not just nearly."""
    arm, bounds = ucb1(**arguments)
    rewards, plays = (np.asarray(arguments[name]) for name in ("rewards", "plays"))
    if plays[arm] == 0:
        return True
    twins = (rewards == rewards[arm]) & (plays == plays[arm])
    return not bool(np.any(bounds[~twins] > bounds[arm] - 1e-4))


def _bonus(plays: Any, factor: float = 2.0) -> Any:
    counts = np.asarray(plays, dtype=np.float64)
    return np.sqrt(factor * np.log(counts.sum()) / counts)


def _best(bounds: NDArray[np.float64]) -> Answer:
    return int(np.argmax(bounds)), bounds


def _greedy(rewards: Any, plays: Any) -> Answer:
    return _best(rewards / plays)


def _without_two(rewards: Any, plays: Any) -> Answer:
    return _best(rewards / plays + _bonus(plays, 1.0))


def _sums(rewards: Any, plays: Any) -> Answer:
    return _best(rewards + _bonus(plays))


def _two_outside(rewards: Any, plays: Any) -> Answer:
    return _best(rewards / plays + _bonus(plays, 4.0))


def _own_logarithm(rewards: Any, plays: Any) -> Answer:
    return _best(rewards / plays + np.sqrt(2 * np.log(plays) / plays))


HIDDEN = Hidden(
    Exercise(
        name="ucb1",
        summary="Choose the next arm by UCB1.",
        parameters=(
            Parameter("rewards", "array (K,): the sum of what each arm paid, 0 to 1 a play"),
            Parameter("plays", "array (K,) of integers: how often each arm was played"),
        ),
        returns="the number of the arm to play, from 0, and the array (K,) of the upper bounds",
        parts=(Part("arm", Returns.INTEGER), Part("bounds")),
        conventions=(
            "The bound of an arm is its mean reward + sqrt(2 ln t / its plays).",
            "t is the number of plays of all arms together; ln is natural.",
            "The bound of an arm that was never played is inf, also if none was.",
            "Among arms of the same, largest bound the first is played.",
            "K is at least 1. rewards and plays come back unchanged.",
        ),
        example=(("ucb1(np.array([1.0, 0.0]), np.array([1, 0]))", "(1, array([ 1., inf]))"),),
    ),
    ucb1,
    (
        Family(Category.BASIC, "a few arms", _some, 4),
        Family(Category.BASIC, "a well-known arm and little-known ones", _long_run),
        Family(Category.DTYPE, "float32", _single_precision),
        Family(Category.DTYPE, "integer rewards", _integers),
        Family(Category.EDGE, "an arm never played", _one_new),
        Family(Category.EDGE, "two arms never played", _several_new),
        Family(Category.EDGE, "no arm played yet", _all_new, 1),
        Family(Category.EDGE, "one arm", _one_arm, 1),
        Family(Category.EDGE, "one play", _one_play, 1),
        Family(Category.EDGE, "nothing paid yet", _without_reward, 1),
        Family(Category.ALIASING, "the inputs stay as they were", _some),
        Family(Category.TIES, "two best arms alike", _alike),
        Family(Category.LARGE, "thousands of arms", _many, 1),
    ),
    (
        Suspect("the mean alone, without the bonus", _greedy),
        Suspect("the 2 in front of the logarithm is missing", _without_two),
        Suspect("the 2 stands outside the square root", _two_outside),
        Suspect("the sum of the rewards instead of their mean", _sums),
        Suspect("the logarithm of the arm's own plays, not of all plays", _own_logarithm),
    ),
    fair=_fair,
)
