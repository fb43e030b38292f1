"""Forward pass of a multi-gate mixture of experts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from quizml.model.exercises import Category, Exercise, Parameter
from quizml.references.activations.softmax import softmax
from quizml.references.hidden import Arguments, Family, Hidden, Suspect

if TYPE_CHECKING:
    from numpy.random import Generator
    from numpy.typing import ArrayLike, NDArray

    Floats = NDArray[np.float64]


def mmoe_forward(
    x: ArrayLike,
    expert_weights: ArrayLike,
    expert_biases: ArrayLike,
    gate_weights: ArrayLike,
    tower_weights: ArrayLike,
    tower_biases: ArrayLike,
) -> Floats:
    r"""One score for each sample and task: $y_k = h_k(\sum_i g_k(x)_i f_i(x))$, of shape (N, T).

    x is (N, d). All tasks share the E experts $f_i(x) = \mathrm{relu}(x W_i + b_i)$ with weights
    (E, d, h) and biases (E, h). Each of T tasks has a gate of its own, $g_k(x) = \mathrm{softmax}(x
    G_k)$ over the experts, (T, d, E), and a tower $h_k$, here linear: (T, h) and (T,). A gate mixes
    sample by sample. With one expert every gate is 1, and the model has a shared bottom.
    Source: Ma et al. 2018, doi:10.1145/3219819.3220007, section 4.2.

    >>> x, gates = [[1.0, 2.0]], [[[0.0, 0.0], [0.0, 0.0]], [[0.0, 50.0], [0.0, 0.0]]]
    >>> experts = [[[1.0], [0.0]], [[0.0], [1.0]]]
    >>> mmoe_forward(x, experts, [[0.0], [1.0]], gates, [[1.0], [1.0]], [0.0, 0.5]).tolist()
    [[2.0, 3.5]]
    """
    x = np.asarray(x, dtype=np.float64)
    hidden = np.einsum("nd,edh->neh", x, np.asarray(expert_weights, dtype=np.float64))
    experts = np.maximum(hidden + np.asarray(expert_biases), 0.0)
    gates = softmax(np.einsum("nd,tde->nte", x, np.asarray(gate_weights, dtype=np.float64)))
    mixed = gates @ experts
    scores = np.einsum("nth,th->nt", mixed, np.asarray(tower_weights, dtype=np.float64))
    return np.asarray(scores + np.asarray(tower_biases))


def _drawn(rng: Generator, n: int, d: int, h: int, experts: int, tasks: int) -> Arguments:
    return {
        "x": rng.normal(0, 1, (n, d)),
        "expert_weights": rng.normal(0, 1, (experts, d, h)),
        "expert_biases": rng.normal(0, 1, (experts, h)),
        "gate_weights": rng.normal(0, 1, (tasks, d, experts)),
        "tower_weights": rng.normal(0, 1, (tasks, h)),
        "tower_biases": rng.normal(0, 1, tasks),
    }


def _some(rng: Generator, size: int) -> Arguments:
    return _drawn(rng, size + 1, size + 1, 4, 3, 2)


def _many_tasks(rng: Generator, size: int) -> Arguments:
    return _drawn(rng, size, 2, 3, 2, size + 2)


def _square(rng: Generator, size: int) -> Arguments:
    """All counts alike: axes that are mixed up go unnoticed by shape."""
    return _drawn(rng, size + 1, size + 1, size + 1, size + 1, size + 1)


def _one_sample(rng: Generator, size: int) -> Arguments:
    return _drawn(rng, 1, size + 1, 3, 3, 2)


def _one_unit(rng: Generator, size: int) -> Arguments:
    return _drawn(rng, size + 1, 2, 1, 4, 3)


def _single_precision(rng: Generator, size: int) -> Arguments:
    return {name: array.astype(np.float32) for name, array in _some(rng, size).items()}


def _integers(rng: Generator, size: int) -> Arguments:
    return _some(rng, size) | {"x": rng.integers(-2, 3, (size + 1, size + 1))}


def _one_expert(rng: Generator, size: int) -> Arguments:
    return _drawn(rng, size + 1, 2, 3, 1, 2)


def _one_task(rng: Generator, size: int) -> Arguments:
    return _drawn(rng, size + 1, 2, 3, 3, 1)


def _undecided(rng: Generator, size: int) -> Arguments:
    drawn = _some(rng, size)
    return drawn | {"gate_weights": np.zeros_like(drawn["gate_weights"])}


def _no_samples(rng: Generator, size: int) -> Arguments:
    return _drawn(rng, 0, size, 3, 2, 2)


def _sure(rng: Generator, size: int) -> Arguments:
    """Gates that choose one expert; scores so large that a bare exponential overflows."""
    drawn = _some(rng, size)
    drawn["gate_weights"] *= 1000.0
    drawn["x"] += np.sign(drawn["x"])
    return drawn


def _large(rng: Generator, size: int) -> Arguments:
    return _drawn(rng, 125 * size, 8 * size, 16, 4, 3)


def _one_gate(gate_weights: Floats, **rest: Any) -> Floats:
    return mmoe_forward(gate_weights=np.repeat(gate_weights[:1], len(gate_weights), 0), **rest)


def _no_relu(expert_biases: Floats, tower_biases: Floats, **rest: Any) -> Floats:
    """Linear experts: a bias so high that relu changes nothing, taken off again at the end."""
    lift = 1e4
    lifted = mmoe_forward(expert_biases=expert_biases + lift, tower_biases=tower_biases, **rest)
    return np.asarray(lifted - lift * np.asarray(rest["tower_weights"]).sum(axis=1))


def _no_softmax(
    x: Floats, expert_weights: Floats, expert_biases: Floats, gate_weights: Floats, *towers: Any,
    **named: Any,
) -> Floats:  # fmt: skip
    experts = np.maximum(np.einsum("nd,edh->neh", x, expert_weights) + expert_biases, 0)
    mixed = np.einsum("nd,tde->nte", x, gate_weights) @ experts
    weights, biases = towers or (named["tower_weights"], named["tower_biases"])
    return np.asarray((mixed * weights).sum(axis=-1) + biases)


def _equal_shares(gate_weights: Floats, **rest: Any) -> Floats:
    return mmoe_forward(gate_weights=np.zeros_like(gate_weights), **rest)


HIDDEN = Hidden(
    Exercise(
        name="mmoe_forward",
        summary="Forward pass of MMoE: shared experts, and a gate and a tower for every task.",
        parameters=(
            Parameter("x", "array (N, d): the input, a sample a row"),
            Parameter("expert_weights", "array (E, d, h): the weights of E experts"),
            Parameter("expert_biases", "array (E, h): their biases"),
            Parameter("gate_weights", "array (T, d, E): the gate of each task; no bias"),
            Parameter("tower_weights", "array (T, h): the tower of each task, one linear unit"),
            Parameter("tower_biases", "array (T,): their biases"),
        ),
        returns="array (N, T) of floats: the score of each sample for each task, without a sigmoid",
        conventions=(
            "Expert i is relu(x @ expert_weights[i] + expert_biases[i]).",
            "Gate k is the softmax, over the experts, of x @ gate_weights[k].",
            "Task k mixes the experts' outputs with its gate's shares, each sample with its own.",
            "The score is the mixture times tower_weights[k], summed, plus tower_biases[k].",
            "Scores of gates may be several thousand, of either sign. N may be 0.",
            "The inputs come back unchanged.",
        ),
        example=(
            (
                ("mmoe_forward([[2.0]], [[[1.0]], [[3.0]]], [[0], [0]], [[[0, 0]]], [[1]], [0.5])"),
                "array([[4.5]])",
            ),
        ),
    ),
    mmoe_forward,
    (
        Family(Category.BASIC, "two tasks, three experts", _some, 4),
        Family(Category.SHAPE, "many tasks", _many_tasks),
        Family(Category.SHAPE, "all counts alike", _square),
        Family(Category.SHAPE, "one sample", _one_sample),
        Family(Category.SHAPE, "experts of one unit", _one_unit, 1),
        Family(Category.DTYPE, "float32", _single_precision),
        Family(Category.DTYPE, "integers", _integers),
        Family(Category.EDGE, "one expert", _one_expert, 1),
        Family(Category.EDGE, "one task", _one_task, 1),
        Family(Category.EDGE, "gates of equal shares", _undecided, 1),
        Family(Category.EDGE, "no samples", _no_samples, 1),
        Family(Category.STABILITY, "gates that are sure", _sure, 3),
        Family(Category.ALIASING, "the inputs stay as they were", _some),
        Family(Category.LARGE, "hundreds of samples", _large, 1),
    ),
    (
        Suspect("one gate for all tasks: every task needs its own", _one_gate),
        Suspect("the experts have no relu", _no_relu),
        Suspect("the gates' scores are used without a softmax", _no_softmax),
        Suspect("the experts' mean instead of the gate's mixture", _equal_shares),
    ),
)
