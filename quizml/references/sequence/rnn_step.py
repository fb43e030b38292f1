"""One step of a simple recurrent network."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from quizml.model.exercises import Category, Exercise, Parameter
from quizml.references.hidden import Arguments, Family, Hidden, Suspect

if TYPE_CHECKING:
    from numpy.random import Generator
    from numpy.typing import ArrayLike, NDArray

    Floats = NDArray[np.float64]


def rnn_step(
    x: ArrayLike, h: ArrayLike, w_x: ArrayLike, w_h: ArrayLike, b: ArrayLike | None = None
) -> Floats:
    r"""The next state, (N, H): $h_t = \tanh(x_t W_x + h_{t-1} W_h + b)$.

    x (N, D) is the input of a step, a row a sequence; h (N, H) the state before it; w_x (D, H),
    w_h (H, H), b (H,), none if not given. The weights are the same at every step. No rows, no
    states. Source: Goodfellow, Bengio, Courville: Deep Learning (2016), section 10.2.

    >>> rnn_step([[0.5]], [[1.0]], [[2.0]], [[-3.0]], [1.0]).round(4).tolist()
    [[-0.7616]]
    """
    x, h, w_x, w_h = (np.asarray(a, dtype=np.float64) for a in (x, h, w_x, w_h))
    total = x @ w_x + h @ w_h
    return np.tanh(total if b is None else total + np.asarray(b, dtype=np.float64))


def _draw(rng: Generator, rows: int, inputs: int, hidden: int) -> Arguments:
    """Weights that neither silence the units nor saturate them."""
    return {
        "x": rng.normal(size=(rows, inputs)),
        "h": rng.uniform(-1, 1, (rows, hidden)),
        "w_x": rng.normal(0, 0.7 / np.sqrt(inputs), (inputs, hidden)),
        "w_h": rng.normal(0, 0.9 / np.sqrt(hidden), (hidden, hidden)),
        "b": rng.normal(0, 0.4, hidden),
    }


def _one_sequence(rng: Generator, size: int) -> Arguments:
    return _draw(rng, 1, size + 1, 2)


def _several(rng: Generator, size: int) -> Arguments:
    return _draw(rng, size + 2, 2, 3)


def _no_bias(rng: Generator, size: int) -> Arguments:
    return {name: value for name, value in _several(rng, size).items() if name != "b"}


def _square(rng: Generator, size: int) -> Arguments:
    return _draw(rng, size + 1, size + 1, size + 1)


def _wide(rng: Generator, size: int) -> Arguments:
    return _draw(rng, 2, 1, 2 * size + 1)


def _float32(rng: Generator, size: int) -> Arguments:
    return {name: value.astype(np.float32) for name, value in _several(rng, size).items()}


def _integers(rng: Generator, size: int) -> Arguments:
    shapes = {name: value.shape for name, value in _several(rng, size).items()}
    return {name: rng.integers(-1, 2, shape) for name, shape in shapes.items()}


def _first_step(rng: Generator, size: int) -> Arguments:
    drawn = _several(rng, size)
    return drawn | {"h": 0 * drawn["h"]}


def _nothing_new(rng: Generator, size: int) -> Arguments:
    drawn = _several(rng, size)
    return drawn | {"x": 0 * drawn["x"]}


def _no_rows(rng: Generator, size: int) -> Arguments:
    return _draw(rng, 0, size, 2)


def _saturated(rng: Generator, size: int) -> Arguments:
    """The sum reaches thousands; near 0 it would be nothing but rounding."""
    drawn = _several(rng, size)
    return drawn | {"b": 2000.0 * rng.choice([-1, 1], 3)}


def _large(rng: Generator, size: int) -> Arguments:
    return _draw(rng, 32 * size, 16 * size, 16 * size)


def _no_b(x: Any, h: Any, w_x: Any, w_h: Any, b: Any = None) -> Floats:  # noqa: ARG001
    return rnn_step(x, h, w_x, w_h)


def _linear(x: Any, h: Any, w_x: Any, w_h: Any, b: Any = None) -> Floats:
    return np.asarray(x @ w_x + h @ w_h + (0 if b is None else b))


def _sigmoid(x: Any, h: Any, w_x: Any, w_h: Any, b: Any = None) -> Floats:
    return np.asarray(0.5 + 0.5 * np.tanh(_linear(x, h, w_x, w_h, b) / 2))


def _transposed(x: Any, h: Any, w_x: Any, w_h: Any, b: Any = None) -> Floats:
    return rnn_step(x, h, w_x, w_h.T, b)


def _forgets(x: Any, h: Any, w_x: Any, w_h: Any, b: Any = None) -> Floats:
    return rnn_step(x, 0 * h, w_x, w_h, b)


HIDDEN = Hidden(
    Exercise(
        name="rnn_step",
        summary="One step of a simple (Elman) RNN: the next hidden state.",
        parameters=(
            Parameter("x", "(N, D) array: the input of this step, a row a sequence"),
            Parameter("h", "(N, H) array: the hidden state before the step"),
            Parameter("w_x", "(D, H) array: weights of the input"),
            Parameter("w_h", "(H, H) array: weights of the state"),
            Parameter("b", "(H,) array: bias, none if not given", "None"),
        ),
        returns="(N, H) array of floats, the hidden state after the step",
        conventions=(
            "h_t = tanh(x @ w_x + h @ w_h + b): rows are multiplied from the right, no transpose.",
            "There is one bias, not two as in torch.nn.RNNCell.",
            "The sum before tanh may be in the thousands; the answer is never NaN.",
            "N may be 0. The inputs stay as they were.",
        ),
        example=(
            (
                "rnn_step(np.array([[0.5]]), np.array([[1.0]]), np.eye(1), np.eye(1))",
                "array([[0.90514825]])",
            ),
        ),
    ),
    rnn_step,
    (
        Family(Category.BASIC, "one sequence", _one_sequence, 3),
        Family(Category.BASIC, "several sequences", _several, 3),
        Family(Category.BASIC, "without a bias", _no_bias),
        Family(Category.SHAPE, "as many rows, inputs and units", _square),
        Family(Category.SHAPE, "one input, many units", _wide),
        Family(Category.DTYPE, "float32", _float32),
        Family(Category.DTYPE, "integers", _integers),
        Family(Category.EDGE, "a state of zeros", _first_step),
        Family(Category.EDGE, "an input of zeros", _nothing_new),
        Family(Category.EDGE, "no rows", _no_rows, 1),
        Family(Category.STABILITY, "huge sums", _saturated),
        Family(Category.ALIASING, "the inputs stay as they were", _several),
        Family(Category.LARGE, "many rows and units", _large, 1),
    ),
    (
        Suspect("the bias is missing", _no_b),
        Suspect("tanh is missing", _linear),
        Suspect("a sigmoid instead of tanh", _sigmoid),
        Suspect("w_h is transposed", _transposed),
        Suspect("the state before the step is not used", _forgets),
    ),
)
