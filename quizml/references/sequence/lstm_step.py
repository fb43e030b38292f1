"""One step of an LSTM."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from quizml.model.exercises import Category, Exercise, Parameter, Part
from quizml.references.activations.sigmoid import sigmoid
from quizml.references.hidden import Arguments, Family, Hidden, Suspect

if TYPE_CHECKING:
    from numpy.random import Generator
    from numpy.typing import ArrayLike, NDArray

    Floats = NDArray[np.floating]
    Answer = tuple[Floats, Floats]


def lstm_step(
    x: ArrayLike, h: ArrayLike, c: ArrayLike, w_x: ArrayLike, w_h: ArrayLike, b: ArrayLike
) -> Answer:
    r"""The next hidden state and the next cell state, each (N, H).

    x (N, D), h and c (N, H), w_x (D, 4H), w_h (H, 4H), b (4H,). The columns of x w_x + h w_h + b
    are four blocks of H: input gate i, forget gate f, candidate g, output gate o. The gates pass
    a sigmoid, the candidate tanh. $c_t = f \odot c_{t-1} + i \odot g$ and $h_t = o \odot
    \tanh(c_t)$. No rows, no states.
    Source: PyTorch, torch.nn.LSTM (order of the blocks); Gers et al. 2000 (forget gate).

    >>> one = np.ones((1, 1))
    >>> h, c = lstm_step(0 * one, 0 * one, 4 * one, np.zeros((1, 4)), np.zeros((1, 4)), [0.0] * 4)
    >>> h.round(4).tolist(), c.tolist()
    ([[0.482]], [[2.0]])
    """
    x, h, c, w_x, w_h, b = (np.asarray(a, dtype=np.float64) for a in (x, h, c, w_x, w_h, b))
    i, f, g, o = np.split(x @ w_x + h @ w_h + b, 4, axis=1)
    cell = sigmoid(f) * c + sigmoid(i) * np.tanh(g)
    return sigmoid(o) * np.tanh(cell), cell


def _draw(rng: Generator, rows: int, inputs: int, hidden: int) -> Arguments:
    return {
        "x": rng.normal(size=(rows, inputs)),
        "h": rng.uniform(-1, 1, (rows, hidden)),
        "c": rng.normal(0, 1.5, (rows, hidden)),
        "w_x": rng.normal(0, 1.2 / np.sqrt(inputs), (inputs, 4 * hidden)),
        "w_h": rng.normal(0, 1.2 / np.sqrt(hidden), (hidden, 4 * hidden)),
        "b": rng.normal(0, 0.5, 4 * hidden),
    }


def _one_unit(rng: Generator, size: int) -> Arguments:
    return _draw(rng, 1, size, 1)


def _several(rng: Generator, size: int) -> Arguments:
    return _draw(rng, size + 1, 2, 3)


def _square(rng: Generator, size: int) -> Arguments:
    return _draw(rng, size + 1, size + 1, size + 1)


def _four_rows(rng: Generator, size: int) -> Arguments:
    """As many rows as gates: a split of the rows runs and is wrong."""
    return _draw(rng, 4, size, 4)


def _float32(rng: Generator, size: int) -> Arguments:
    return {name: value.astype(np.float32) for name, value in _several(rng, size).items()}


def _integers(rng: Generator, size: int) -> Arguments:
    shapes = {name: value.shape for name, value in _several(rng, size).items()}
    return {name: rng.integers(-2, 3, shape) for name, shape in shapes.items()}


def _first_step(rng: Generator, size: int) -> Arguments:
    drawn = _several(rng, size)
    return drawn | {name: 0 * drawn[name] for name in ("h", "c")}


def _large_cell(rng: Generator, size: int) -> Arguments:
    """The cell state is not bounded; only what is read out of it is."""
    drawn = _several(rng, size)
    return drawn | {"c": 6 * drawn["c"]}


def _no_rows(rng: Generator, size: int) -> Arguments:
    return _draw(rng, 0, size, 2)


def _saturated(rng: Generator, size: int) -> Arguments:
    """Gates wide open or shut: only one of the shut ones would overflow a plain exponential."""
    return _several(rng, size) | {"b": 2000.0 * rng.choice([-1, 1], 12)}


def _large(rng: Generator, size: int) -> Arguments:
    return _draw(rng, 16 * size, 16 * size, 12 * size)


def _blocks(x: Any, h: Any, w_x: Any, w_h: Any, b: Any) -> list[Floats]:
    return np.split(np.asarray(x @ w_x + h @ w_h + b, dtype=np.float64), 4, axis=1)


def _other_order(x: Any, h: Any, c: Any, w_x: Any, w_h: Any, b: Any) -> Answer:
    i, f, o, g = _blocks(x, h, w_x, w_h, b)
    cell = sigmoid(f) * c + sigmoid(i) * np.tanh(g)
    return sigmoid(o) * np.tanh(cell), cell


def _gates_swapped(x: Any, h: Any, c: Any, w_x: Any, w_h: Any, b: Any) -> Answer:
    f, i, g, o = _blocks(x, h, w_x, w_h, b)
    cell = sigmoid(f) * c + sigmoid(i) * np.tanh(g)
    return sigmoid(o) * np.tanh(cell), cell


def _old_cell(x: Any, h: Any, c: Any, w_x: Any, w_h: Any, b: Any) -> Answer:
    o = _blocks(x, h, w_x, w_h, b)[3]
    return sigmoid(o) * np.tanh(c), lstm_step(x, h, c, w_x, w_h, b)[1]


def _bare_cell(x: Any, h: Any, c: Any, w_x: Any, w_h: Any, b: Any) -> Answer:
    cell = lstm_step(x, h, c, w_x, w_h, b)[1]
    return sigmoid(_blocks(x, h, w_x, w_h, b)[3]) * cell, cell


def _coupled(x: Any, h: Any, c: Any, w_x: Any, w_h: Any, b: Any) -> Answer:
    i, _, g, o = _blocks(x, h, w_x, w_h, b)
    cell = (1 - sigmoid(i)) * c + sigmoid(i) * np.tanh(g)
    return sigmoid(o) * np.tanh(cell), cell


HIDDEN = Hidden(
    Exercise(
        name="lstm_step",
        summary="One step of an LSTM: the next hidden state and the next cell state.",
        parameters=(
            Parameter("x", "(N, D) array: the input of this step, a row a sequence"),
            Parameter("h", "(N, H) array: the hidden state before the step"),
            Parameter("c", "(N, H) array: the cell state before the step"),
            Parameter("w_x", "(D, 4H) array: weights of the input, four blocks of H columns"),
            Parameter("w_h", "(H, 4H) array: weights of the hidden state, in the same blocks"),
            Parameter("b", "(4H,) array: biases, in the same blocks"),
        ),
        returns="two arrays of floats (N, H): h and c after the step",
        parts=(Part("h"), Part("c")),
        conventions=(
            "The blocks, as in PyTorch: input gate i, forget gate f, candidate g, output gate o.",
            "Gates pass a sigmoid, the candidate tanh.",
            "c_t = f * c + i * g and h_t = o * tanh(c_t); no peepholes.",
            "The sums before the sigmoid may be as large as 5,000 or as small as -5,000.",
            "N may be 0. The inputs stay as they were.",
        ),
        example=(
            (
                "lstm_step(*np.ones((3, 1, 1)), *np.zeros((2, 1, 4)), np.zeros(4))",
                "(array([[0.23105858]]), array([[0.5]]))",
            ),
        ),
    ),
    lstm_step,
    (
        Family(Category.BASIC, "one unit", _one_unit, 3),
        Family(Category.BASIC, "several sequences and units", _several, 4),
        Family(Category.SHAPE, "as many rows, inputs and units", _square),
        Family(Category.SHAPE, "four rows, four units", _four_rows),
        Family(Category.DTYPE, "float32", _float32),
        Family(Category.DTYPE, "integers", _integers),
        Family(Category.EDGE, "states of zeros", _first_step),
        Family(Category.EDGE, "large cell states", _large_cell),
        Family(Category.EDGE, "no rows", _no_rows, 1),
        Family(Category.STABILITY, "gates wide open or shut", _saturated),
        Family(Category.ALIASING, "the inputs stay as they were", _several),
        Family(Category.LARGE, "many rows and units", _large, 1),
    ),
    (
        Suspect("the blocks are read as i, f, o, g; here they are i, f, g, o", _other_order),
        Suspect("input gate and forget gate are exchanged", _gates_swapped),
        Suspect("h reads the cell state before the step; it reads the new one", _old_cell),
        Suspect("h = o * c without tanh", _bare_cell),
        Suspect("the forget gate is 1 - i; it has weights of its own", _coupled),
    ),
)
