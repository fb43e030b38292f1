"""The forward algorithm: how probable a sequence is under a hidden Markov model."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from quizml.model.exercises import Category, Exercise, Parameter
from quizml.references.hidden import Arguments, Family, Hidden, Suspect

if TYPE_CHECKING:
    from numpy.random import Generator
    from numpy.typing import ArrayLike, NDArray

    Floats = NDArray[np.float64]


def hmm_forward(
    observations: ArrayLike, start: ArrayLike, transitions: ArrayLike, emissions: ArrayLike
) -> float:
    r"""The log-likelihood of the observations, $\log p(x_1 \dots x_T)$.

    observations (T,) are symbols from 0 to M - 1; start (N,), transitions (N, N) from the state of
    the row to that of the column, and emissions (N, M) are probabilities; their rows sum to 1.
    $\alpha_1(j) = \pi_j B_j(x_1)$, $\alpha_t(j) = \sum_i \alpha_{t-1}(i) A_{ij} B_j(x_t)$, and the
    likelihood is the sum of the last. Each step is divided by its sum, whose logarithms add up to
    the answer: so nothing underflows. An impossible sequence has -inf, no observations 0.
    O(T N^2) time. Source: Rabiner 1989, Proceedings of the IEEE 77(2), sections III.A and V.A.

    >>> round(hmm_forward([0], [0.5, 0.5], np.eye(2), [[0.2, 0.8], [0.4, 0.6]]), 4)
    -1.204
    """
    alpha, moves = np.asarray(start, np.float64), np.asarray(transitions, np.float64)
    seen = np.asarray(emissions, np.float64).T[np.asarray(observations, dtype=np.int64)]
    total = 0.0
    for t, likely in enumerate(seen):
        alpha = likely * (alpha @ moves if t else alpha)
        scale = alpha.sum()
        if scale == 0:
            return -np.inf
        alpha = alpha / scale
        total += float(np.log(scale))
    return total


def _rows(rng: Generator, rows: int, columns: int) -> Floats:
    return np.asarray(rng.dirichlet(np.full(columns, 0.8), rows) * 0.98 + 0.02 / columns)


def _draw(rng: Generator, steps: int, states: int, symbols: int) -> Arguments:
    return {
        "observations": rng.integers(0, symbols, steps),
        "start": _rows(rng, 1, states)[0],
        "transitions": _rows(rng, states, states),
        "emissions": _rows(rng, states, symbols),
    }


def _few(rng: Generator, size: int) -> Arguments:
    return _draw(rng, size + 1, 2, 3)


def _more(rng: Generator, size: int) -> Arguments:
    return _draw(rng, 3 * size, 4, 5)


def _square(rng: Generator, size: int) -> Arguments:
    return _draw(rng, size + 1, size + 1, size + 1)


def _float32(rng: Generator, size: int) -> Arguments:
    drawn = _few(rng, size)
    single = {n: v.astype(np.float32) for n, v in drawn.items() if n != "observations"}
    return drawn | single


def _bytes(rng: Generator, size: int) -> Arguments:
    """Symbols as bytes, and a start that is certain, in integers."""
    drawn = _few(rng, size)
    certain = np.eye(2, dtype=np.int64)[rng.integers(2)]
    return drawn | {"observations": drawn["observations"].astype(np.uint8), "start": certain}


def _nothing(rng: Generator, size: int) -> Arguments:
    return _draw(rng, 0, size + 1, 2)


def _one(rng: Generator, size: int) -> Arguments:
    return _draw(rng, 1, size + 1, 3)


def _one_state(rng: Generator, size: int) -> Arguments:
    return _draw(rng, size + 1, 1, 3)


def _zeros(rng: Generator, size: int) -> Arguments:
    """A chain from left to right, whose last state alone emits the last symbol."""
    drawn = _draw(rng, size + 4, 3, 4)
    moves, shown = np.triu(drawn["transitions"]), drawn["emissions"].copy()
    moves[0, 2] = 0.0
    shown[:2, 3] = 0.0
    drawn["observations"][-1] = 3
    drawn["observations"][:2] = rng.integers(0, 3, 2)
    normal = {"transitions": moves, "emissions": shown}
    return drawn | {n: a / a.sum(axis=1, keepdims=True) for n, a in normal.items()}


def _impossible(rng: Generator, size: int) -> Arguments:
    """The first step can only be in the first state, which never shows what is seen."""
    drawn = _draw(rng, size + 2, 2, 3)
    first = drawn["observations"][0]
    drawn["emissions"][0, first] = 0.0
    rows = drawn["emissions"].sum(axis=1, keepdims=True)
    return drawn | {"start": np.array([1.0, 0.0]), "emissions": drawn["emissions"] / rows}


def _rare(rng: Generator, size: int) -> Arguments:
    """Each step has a probability of about 1e-90."""
    drawn = _draw(rng, size + 5, 2, 3)
    drawn["emissions"][:, :2] = rng.uniform(1, 9, (2, 2)) * 1e-90
    drawn["emissions"][:, 2] = 1.0
    return drawn | {"observations": rng.integers(0, 2, size + 5)}


def _long(rng: Generator, size: int) -> Arguments:
    return _draw(rng, 300 * size, 3, 8)


def _large(rng: Generator, size: int) -> Arguments:
    return _draw(rng, 250 * size, 8, 6)


def _viterbi(observations: Any, start: Any, transitions: Any, emissions: Any) -> float:
    with np.errstate(divide="ignore"):
        best, moves, shown = (np.log(a) for a in (start, transitions, emissions))
    for t, symbol in enumerate(observations):
        best = shown[:, symbol] + ((best[:, None] + moves).max(axis=0) if t else best)
    return float(best.max()) if len(observations) else 0.0


def _transposed(observations: Any, start: Any, transitions: Any, emissions: Any) -> float:
    return hmm_forward(observations, start, transitions.T, emissions)


def _moves_first(observations: Any, start: Any, transitions: Any, emissions: Any) -> float:
    return hmm_forward(observations, start @ transitions, transitions, emissions)


def _uniform_start(observations: Any, start: Any, transitions: Any, emissions: Any) -> float:
    return hmm_forward(observations, np.full(len(start), 1 / len(start)), transitions, emissions)


def _likelihood(observations: Any, start: Any, transitions: Any, emissions: Any) -> float:
    return float(np.exp(hmm_forward(observations, start, transitions, emissions)))


HIDDEN = Hidden(
    Exercise(
        name="hmm_forward",
        summary="The forward algorithm of an HMM: the log-likelihood of a sequence.",
        parameters=(
            Parameter("observations", "(T,) array of the symbols seen, integers from 0 to M - 1"),
            Parameter("start", "(N,) array: the probability of each state at the first step"),
            Parameter("transitions", "(N, N) array: probability from row's to column's state"),
            Parameter("emissions", "(N, M) array: the probability of each symbol in each state"),
        ),
        returns="one float: the natural logarithm of the sequence's probability",
        conventions=(
            "The first step is drawn from start, without a transition before it.",
            "start, transitions, emissions are probabilities, not logarithms; some may be 0.",
            "An impossible sequence has -inf; no observations (T = 0) have 0.",
            "The probability itself may be far below the smallest float. T is up to 1,200.",
            "O(T N^2) time. The inputs stay as they were.",
        ),
        example=(
            (
                "round(hmm_forward(np.array([0]), np.ones(1), np.eye(1), np.full((1, 2), 0.5)), 4)",
                "-0.6931",
            ),
        ),
    ),
    hmm_forward,
    (
        Family(Category.BASIC, "a few steps of two states", _few, 4),
        Family(Category.BASIC, "more steps and states", _more, 3),
        Family(Category.SHAPE, "as many steps, states and symbols", _square),
        Family(Category.DTYPE, "float32", _float32),
        Family(Category.DTYPE, "symbols as bytes, a start of integers", _bytes),
        Family(Category.EDGE, "no observations", _nothing, 1),
        Family(Category.EDGE, "one observation", _one),
        Family(Category.EDGE, "one state", _one_state, 1),
        Family(Category.EDGE, "probabilities of 0", _zeros),
        Family(Category.EDGE, "an impossible sequence", _impossible, 1),
        Family(Category.STABILITY, "very rare symbols", _rare),
        Family(Category.STABILITY, "a long sequence", _long),
        Family(Category.ALIASING, "the inputs stay as they were", _few),
        Family(Category.LARGE, "a thousand steps of eight states", _large, 1),
    ),
    (
        Suspect("the best path alone (max, Viterbi) instead of the sum over all", _viterbi),
        Suspect("transitions run from the row to the column; here the reverse", _transposed),
        Suspect("a transition before the first observation", _moves_first),
        Suspect("the start is taken as uniform", _uniform_start),
        Suspect("the likelihood instead of its logarithm", _likelihood),
    ),
)
