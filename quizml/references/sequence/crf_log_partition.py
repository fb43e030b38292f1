"""log Z of a linear-chain CRF."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from quizml.model.exercises import Category, Exercise, Parameter
from quizml.references.hidden import Arguments, Family, Hidden, Suspect

if TYPE_CHECKING:
    from numpy.random import Generator
    from numpy.typing import ArrayLike, NDArray

    Floats = NDArray[np.float64]


def crf_log_partition(emissions: ArrayLike, transitions: ArrayLike) -> float:
    r"""The logarithm of the sum of exp(score) over all N^T label sequences, log Z.

    emissions (T, N): the score of each label at each step; transitions (N, N): of going from the
    label of the row to that of the column. A sequence scores $s(y) = \sum_t E_{t,y_t} +
    \sum_{t>1} A_{y_{t-1},y_t}$. $\alpha_1 = E_1$, $\alpha_t(j) = E_{tj} + \log \sum_i
    e^{\alpha_{t-1}(i) + A_{ij}}$, and log Z is the same log-sum-exp of the last. The largest
    exponent is taken out of each sum; where all are -inf (a label that cannot be reached), so is
    the result. O(T N^2) time. Source: Lample et al. 2016, arXiv:1603.01360, section 2.2.

    >>> round(crf_log_partition(np.zeros((3, 2)), np.zeros((2, 2))), 4)  # log 8
    2.0794
    """

    def log_sum_exp(x: Floats) -> Floats:
        top = x.max(axis=0)
        level = np.where(np.isfinite(top), top, 0.0)
        total = np.exp(x - level).sum(axis=0)
        return np.asarray(np.where(total > 0, level + np.log(np.maximum(total, 1e-300)), -np.inf))

    steps, moves = np.asarray(emissions, np.float64), np.asarray(transitions, np.float64)
    alpha = steps[0]
    for step in steps[1:]:
        alpha = step + log_sum_exp(alpha[:, None] + moves)
    return float(log_sum_exp(alpha))


def _draw(rng: Generator, steps: int, labels: int) -> Arguments:
    return {
        "emissions": rng.normal(0, 1.5, (steps, labels)),
        "transitions": rng.normal(0, 1.5, (labels, labels)),
    }


def _few(rng: Generator, size: int) -> Arguments:
    return _draw(rng, size + 1, 2)


def _more(rng: Generator, size: int) -> Arguments:
    return _draw(rng, 2 * size + 1, 5)


def _square(rng: Generator, size: int) -> Arguments:
    return _draw(rng, size + 1, size + 1)


def _float32(rng: Generator, size: int) -> Arguments:
    return {name: value.astype(np.float32) for name, value in _few(rng, size).items()}


def _integers(rng: Generator, size: int) -> Arguments:
    return {name: np.rint(2 * v).astype(np.int64) for name, v in _few(rng, size).items()}


def _one_step(rng: Generator, size: int) -> Arguments:
    return _draw(rng, 1, size + 2)


def _one_label(rng: Generator, size: int) -> Arguments:
    return _draw(rng, size + 1, 1)


def _no_transitions(rng: Generator, size: int) -> Arguments:
    drawn = _more(rng, size)
    return drawn | {"transitions": 0 * drawn["transitions"]}


def _high(rng: Generator, size: int) -> Arguments:
    drawn = _draw(rng, size + 1, 3)
    return drawn | {"emissions": drawn["emissions"] + 1000.0 * rng.integers(1, 5)}


def _low(rng: Generator, size: int) -> Arguments:
    drawn = _draw(rng, size + 1, 3)
    return drawn | {"emissions": drawn["emissions"] - 1000.0 * rng.integers(1, 5)}


def _far_apart(rng: Generator, size: int) -> Arguments:
    """One maximum for all labels leaves the low ones without a sum."""
    drawn = _draw(rng, size + 1, 3)
    ladder = -2000.0 * rng.permutation(3)
    return drawn | {"transitions": drawn["transitions"] + ladder}


def _forbidden(rng: Generator, size: int) -> Arguments:
    """No way leads into the last label: it can only be the first of a sequence."""
    drawn = _draw(rng, size + 2, 4)
    drawn["transitions"][:, 3] = -np.inf
    drawn["transitions"][rng.integers(0, 3), rng.integers(0, 3)] = -np.inf
    return drawn


def _long(rng: Generator, size: int) -> Arguments:
    return _draw(rng, 150 * size, 8)


def _viterbi(emissions: Any, transitions: Any) -> float:
    best = emissions[0]
    for step in emissions[1:]:
        best = step + (best[:, None] + transitions).max(axis=0)
    return float(best.max())


def _transposed(emissions: Any, transitions: Any) -> float:
    return crf_log_partition(emissions, transitions.T)


def _each_step_alone(emissions: Any, transitions: Any) -> float:
    return crf_log_partition(emissions, np.zeros(transitions.shape))


def _into_the_first(emissions: Any, transitions: Any) -> float:
    before = np.zeros((1, len(transitions)))
    return crf_log_partition(np.concatenate([before, emissions]), transitions)


def _mean(emissions: Any, transitions: Any) -> float:
    return crf_log_partition(emissions, transitions) / len(emissions)


HIDDEN = Hidden(
    Exercise(
        name="crf_log_partition",
        summary="log Z of a linear-chain CRF, by the forward algorithm in log space.",
        parameters=(
            Parameter("emissions", "(T, N) array: the score of each label at each step"),
            Parameter("transitions", "(N, N) array: the score from row's to column's label"),
        ),
        returns="one float: log of the sum of exp(score) over all N^T label sequences",
        conventions=(
            "A sequence scores the sum of emissions[t, y_t] and of transitions[y_(t-1), y_t].",
            "No scores for start or end; T >= 1 and N >= 1.",
            "Scores may be as large as 5,000 or as small as -5,000.",
            "Transitions may be -inf (forbidden), even all that lead into a label.",
            "Some sequence is always allowed.",
            "O(T N^2) time, T up to 600. The inputs stay as they were.",
        ),
        example=(("round(crf_log_partition(np.zeros((3, 2)), np.zeros((2, 2))), 4)", "2.0794"),),
    ),
    crf_log_partition,
    (
        Family(Category.BASIC, "a few steps of two labels", _few, 4),
        Family(Category.BASIC, "more steps and labels", _more, 3),
        Family(Category.SHAPE, "as many steps as labels", _square),
        Family(Category.DTYPE, "float32", _float32),
        Family(Category.DTYPE, "integers", _integers),
        Family(Category.EDGE, "one step", _one_step),
        Family(Category.EDGE, "one label", _one_label, 1),
        Family(Category.EDGE, "transitions of 0", _no_transitions, 1),
        Family(Category.STABILITY, "huge scores", _high),
        Family(Category.STABILITY, "very negative scores", _low),
        Family(Category.STABILITY, "labels far apart", _far_apart),
        Family(Category.STABILITY, "forbidden transitions (-inf)", _forbidden),
        Family(Category.ALIASING, "the inputs stay as they were", _few),
        Family(Category.LARGE, "hundreds of steps", _long, 1),
    ),
    (
        Suspect("the score of the best sequence (max) instead of log-sum-exp", _viterbi),
        Suspect("transitions run from the row to the column; here the reverse", _transposed),
        Suspect("transitions are left out: each step is a softmax of its own", _each_step_alone),
        Suspect("a transition into the first label, from nowhere", _into_the_first),
        Suspect("log Z is divided by the number of steps", _mean),
    ),
)
