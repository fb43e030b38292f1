"""Viterbi: the best path of states."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from quizml.model.exercises import Category, Exercise, Parameter, Part, Returns
from quizml.references.hidden import Arguments, Family, Hidden, Suspect

if TYPE_CHECKING:
    from numpy.random import Generator
    from numpy.typing import ArrayLike, NDArray

    Answer = tuple[NDArray[np.int64], float]


def viterbi_decode(
    emissions: ArrayLike, transitions: ArrayLike, start: ArrayLike | None = None
) -> Answer:
    r"""The best path of states, (T,), and its score.

    emissions (T, N): the log score of each state at each step; transitions (N, N): of going from
    the state of the row to that of the column; start (N,): of beginning in a state, 0 if not given.
    The score of a path is the sum of all that it meets. The best path to j extends a best path to
    some i: $\delta_1(j) = s_j + E_{1j}$, $\delta_t(j) = \max_i [\delta_{t-1}(i) + A_{ij}] +
    E_{tj}$. The i that won is kept, and from the best last state these are followed backwards.
    A score of -inf forbids. O(T N^2) time.
    Source: Rabiner 1989, A Tutorial on Hidden Markov Models, Proceedings of the IEEE 77(2).

    >>> path, score = viterbi_decode([[2.0, 1.0], [0.0, 0.0]], [[0.0, 1.0], [4.0, 0.0]])
    >>> path.tolist(), score
    ([1, 0], 5.0)
    """
    steps, moves = np.asarray(emissions, np.float64), np.asarray(transitions, np.float64)
    best = steps[0] if start is None else steps[0] + np.asarray(start, np.float64)
    pointers = []
    for step in steps[1:]:
        through = best[:, None] + moves
        pointers.append(through.argmax(axis=0))
        best = through.max(axis=0) + step
    path = [int(best.argmax())]
    for pointer in reversed(pointers):
        path.append(int(pointer[path[-1]]))
    return np.array(path[::-1], dtype=np.int64), float(best.max())


def _draw(rng: Generator, steps: int, states: int) -> Arguments:
    """Eighths, so that sums are exact and float32 says the same; transitions weigh most."""
    return {
        "emissions": rng.integers(-16, 17, (steps, states)) / 8,
        "transitions": rng.integers(-40, 25, (states, states)) / 8,
    }


def _few(rng: Generator, size: int) -> Arguments:
    return _draw(rng, size + 3, 3)


def _more(rng: Generator, size: int) -> Arguments:
    return _draw(rng, 2 * size + 2, size + 3)


def _with_start(rng: Generator, size: int) -> Arguments:
    return _draw(rng, size + 1, 3) | {"start": rng.integers(-64, 1, 3) / 8}


def _square(rng: Generator, size: int) -> Arguments:
    return _draw(rng, size + 2, size + 2)


def _float32(rng: Generator, size: int) -> Arguments:
    return {name: value.astype(np.float32) for name, value in _with_start(rng, size).items()}


def _integers(rng: Generator, size: int) -> Arguments:
    return {name: (8 * value).astype(np.int64) for name, value in _with_start(rng, size).items()}


def _one_step(rng: Generator, size: int) -> Arguments:
    return _draw(rng, 1, size + 1) | {"start": rng.integers(-64, 1, size + 1) / 8}


def _one_state(rng: Generator, size: int) -> Arguments:
    return _draw(rng, size + 1, 1)


def _negative(rng: Generator, size: int) -> Arguments:
    """Logarithms of small probabilities: every path scores far below 0."""
    return {name: value - 40 for name, value in _draw(rng, size + 2, 3).items()}


def _forbidden(rng: Generator, size: int) -> Arguments:
    drawn = _draw(rng, size + 3, 4) | {"start": np.array([0.0, 0.0, -np.inf, -np.inf])}
    order = rng.permutation(4)
    drawn["transitions"][order[:3], order[1:]] = -np.inf
    return drawn


def _equal(rng: Generator, size: int) -> Arguments:
    return {name: np.sign(value) for name, value in _draw(rng, size + 3, 3).items()}


def _long(rng: Generator, size: int) -> Arguments:
    return _draw(rng, 150 * size, 6)


def _score(path: Any, emissions: Any, transitions: Any, start: Any = None) -> float:
    score = emissions[np.arange(len(path)), path].sum() + transitions[path[:-1], path[1:]].sum()
    return float(score if start is None else score + start[path[0]])


def _as_good(arguments: Arguments, expected: Any, got: Any) -> str:
    """Any best path will do, with the best score."""
    path, best, states = got[0], float(expected[1]), len(arguments["transitions"])
    near = 1e-7 * (1 + abs(best))
    if not np.all((path >= 0) & (path < states)):
        return f"the path holds a state that is not among 0 to {states - 1}"
    own = _score(path, **arguments)
    if not abs(own - best) <= near:
        return f"the path scores {own:g}; the best scores {best:g}"
    return "" if abs(float(got[1]) - best) <= near else f"the score of the best path is {best:g}"


def _greedy(emissions: Any, transitions: Any, start: Any = None) -> Answer:
    shifted = emissions + 0.0
    shifted[0] += 0.0 if start is None else start
    path = shifted.argmax(axis=1)
    return path, _score(path, emissions, transitions, start)


def _transposed(emissions: Any, transitions: Any, start: Any = None) -> Answer:
    return viterbi_decode(emissions, transitions.T, start)


def _no_start(emissions: Any, transitions: Any, start: Any = None) -> Answer:  # noqa: ARG001
    return viterbi_decode(emissions, transitions)


def _best_of_each_step(emissions: Any, transitions: Any, start: Any = None) -> Answer:
    ends = [viterbi_decode(emissions[: t + 1], transitions, start) for t in range(len(emissions))]
    return np.array([end[0][-1] for end in ends]), ends[-1][1]


HIDDEN = Hidden(
    Exercise(
        name="viterbi_decode",
        summary="Viterbi: the best path of states and its score.",
        parameters=(
            Parameter("emissions", "(T, N) array: the log score of each state at each step"),
            Parameter(
                "transitions", "(N, N) array: log score from the row's to the column's state"
            ),
            Parameter("start", "(N,) array: the log score of beginning in a state", "None"),
        ),
        returns="two values: path, (T,) integers from 0 to N - 1; score, one float",
        parts=(Part("path", Returns.INTEGER), Part("score")),
        conventions=(
            "A path scores start[y_1] + sum emissions[t, y_t] + sum transitions[y_(t-1), y_t].",
            "These are log scores, of any sign: they are added, not multiplied.",
            "Without start every state may begin, at no cost.",
            "A score may be -inf (forbidden); some path is always allowed. T, N >= 1.",
            "Of equally good paths any will do.",
            "The inputs stay as they were. O(T N^2) time; T is up to 600.",
        ),
        example=(
            (
                "viterbi_decode(np.array([[2., 1.], [0., 0.]]), np.array([[0., 1.], [4., 0.]]))",
                "(array([1, 0]), 5.0)",
            ),
        ),
    ),
    viterbi_decode,
    (
        Family(Category.BASIC, "a few steps of three states", _few, 4),
        Family(Category.BASIC, "more steps and states", _more, 3),
        Family(Category.BASIC, "with scores for the start", _with_start, 3),
        Family(Category.SHAPE, "as many steps as states", _square),
        Family(Category.DTYPE, "float32", _float32),
        Family(Category.DTYPE, "integers", _integers),
        Family(Category.EDGE, "one step", _one_step),
        Family(Category.EDGE, "one state", _one_state),
        Family(Category.EDGE, "all scores far below 0", _negative),
        Family(Category.EDGE, "forbidden transitions and starts", _forbidden, 3),
        Family(Category.ALIASING, "the inputs stay as they were", _with_start),
        Family(Category.TIES, "several best paths", _equal, 3),
        Family(Category.LARGE, "hundreds of steps", _long, 1),
    ),
    (
        Suspect("each step takes its own best state; transitions are not weighed", _greedy),
        Suspect("transitions run from the row to the column; here the reverse", _transposed),
        Suspect("the path is not traced back from the best last state", _best_of_each_step),
        Suspect("the argument `start` is ignored", _no_start),
    ),
    equivalent=_as_good,
)
