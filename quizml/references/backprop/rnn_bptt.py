"""Backpropagation through time for a simple recurrent network."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from quizml.model.exercises import Category, Closeness, Exercise, Parameter, Part
from quizml.references.hidden import Arguments, Family, Hidden, Suspect

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.random import Generator
    from numpy.typing import ArrayLike, NDArray

    Floats = NDArray[np.float64]
    Gradients = tuple[Floats, Floats, Floats, Floats, Floats]


def rnn_bptt(
    dh: ArrayLike, x: ArrayLike, h0: ArrayLike, w_x: ArrayLike, w_h: ArrayLike, b: ArrayLike
) -> Gradients:
    r"""Gradients (dx, dh0, dw_x, dw_h, db) of a loss, from its gradients `dh` at the states.

    The states are h_t = tanh(x_t w_x + h_{t-1} w_h + b) for t = 1 to T, from h0 (N, H), with inputs
    x (N, T, D), w_x (D, H), w_h (H, H), b (H,). dh (N, T, H) is what the outputs at each step send
    back. From the last step to the first, with what comes from the step after: $\delta_t = (dh_t +
    \delta_{t+1} W_h^T) \odot (1 - h_t^2)$. The weights are shared, so all steps add to their
    gradients: $dW_h = \sum_t h_{t-1}^T \delta_t$, $dW_x = \sum_t x_t^T \delta_t$; and db sums the
    deltas. $dx_t = \delta_t W_x^T$, and dh0 is what the first step sends back.
    Source: Goodfellow, Bengio, Courville: Deep Learning (2016), section 10.2.2.

    >>> one = np.ones((1, 1))
    >>> answer = rnn_bptt([[[0.0], [1.0]]], [[[0.0], [0.0]]], 0 * one, one, 3 * one, [0.0])
    >>> [part.ravel().tolist() for part in answer]
    [[3.0, 1.0], [9.0], [0.0], [0.0], [4.0]]
    """
    dh, x, h0, w_x, w_h, b = (np.asarray(a, dtype=np.float64) for a in (dh, x, h0, w_x, w_h, b))
    states = [h0]
    for t in range(x.shape[1]):
        states.append(np.tanh(x[:, t] @ w_x + states[-1] @ w_h + b))
    dx, later = np.zeros(x.shape), np.zeros(h0.shape)
    dw_x, dw_h, db = np.zeros(w_x.shape), np.zeros(w_h.shape), np.zeros(b.shape)
    for t in reversed(range(x.shape[1])):
        delta = (dh[:, t] + later) * (1.0 - states[t + 1] ** 2)
        dw_x += x[:, t].T @ delta
        dw_h += states[t].T @ delta
        db += delta.sum(axis=0)
        dx[:, t] = delta @ w_x.T
        later = delta @ w_h.T
    return dx, later, dw_x, dw_h, db


def _sequence(rng: Generator, number: int, steps: int, inputs: int, hidden: int) -> Arguments:
    """Weights that neither silence the units nor saturate them."""
    return {
        "dh": rng.normal(size=(number, steps, hidden)),
        "x": rng.normal(size=(number, steps, inputs)),
        "h0": rng.uniform(-1, 1, (number, hidden)),
        "w_x": rng.normal(0, 0.6 / np.sqrt(inputs), (inputs, hidden)),
        "w_h": rng.normal(0, 0.8 / np.sqrt(hidden), (hidden, hidden)),
        "b": rng.normal(0, 0.3, hidden),
    }


def _one_step(rng: Generator, size: int) -> Arguments:
    return _sequence(rng, 1, 1, size + 1, 2)


def _two_steps(rng: Generator, size: int) -> Arguments:
    return _sequence(rng, 1, 2, size, 2)


def _several(rng: Generator, size: int) -> Arguments:
    return _sequence(rng, 1, size + 2, 2, 3)


def _batch(rng: Generator, size: int) -> Arguments:
    return _sequence(rng, size + 1, 3, 3, 2)


def _all_equal(rng: Generator, size: int) -> Arguments:
    return _sequence(rng, size + 1, size + 1, size + 1, size + 1)


def _wide(rng: Generator, size: int) -> Arguments:
    return _sequence(rng, 2, 3, 2, 2 * size + 1)


def _single_precision(rng: Generator, size: int) -> Arguments:
    return {name: value.astype(np.float32) for name, value in _batch(rng, size).items()}


def _tokens(rng: Generator, size: int) -> Arguments:
    """One-hot inputs, as integers."""
    words = rng.integers(0, 3, (2, size + 1))
    found = _sequence(rng, 2, size + 1, 3, 2)
    return found | {"x": np.eye(3, dtype=np.int64)[words]}


def _one_unit(rng: Generator, size: int) -> Arguments:
    return _sequence(rng, 2, size + 1, 1, 1)


def _last_only(rng: Generator, size: int) -> Arguments:
    """A loss at the last step alone, as for classifying a sequence."""
    found = _sequence(rng, 2, size + 2, 2, 3)
    found["dh"][:, :-1] = 0.0
    return found


def _first_only(rng: Generator, size: int) -> Arguments:
    """A loss at the first step alone: later steps get nothing."""
    found = _sequence(rng, 2, size + 1, 2, 3)
    found["dh"][:, 1:] = 0.0
    return found


def _from_zero(rng: Generator, size: int) -> Arguments:
    found = _sequence(rng, 2, size + 1, 2, 3)
    return found | {"h0": np.zeros(found["h0"].shape)}


def _long(rng: Generator, size: int) -> Arguments:
    """Many steps, and a w_h that turns the state, so that little of the gradient is lost."""
    found = _sequence(rng, 1, 12 * size, 1, 2)
    turn = rng.uniform(0.3, 1.2)
    found["w_h"] = np.array([[np.cos(turn), -np.sin(turn)], [np.sin(turn), np.cos(turn)]])
    found["dh"][:, :-1] = 0.0
    return found | {"x": found["x"] * 0.1, "b": found["b"] * 0.1, "h0": found["h0"] * 0.3}


def _many(rng: Generator, size: int) -> Arguments:
    return _sequence(rng, 2, 20 * size, 4, 6)


def _back(delta: Floats, error: Floats, w_h: Floats) -> Floats:  # noqa: ARG001
    """What a step sends to the one before."""
    return np.asarray(delta @ w_h.T)


def _differently(
    slope: Callable[[Floats], Floats] = lambda h: 1 - h**2,
    seen: int = 0,
    back: Callable[[Floats, Floats, Floats], Floats] = _back,
) -> Callable[..., Gradients]:
    """The same loop with one thing done differently."""

    def answer(dh: Any, x: Any, h0: Any, w_x: Any, w_h: Any, b: Any) -> Gradients:
        states = [h0]
        for t in range(x.shape[1]):
            states.append(np.tanh(x[:, t] @ w_x + states[-1] @ w_h + b))
        dx, later = np.zeros(x.shape), np.zeros(h0.shape)
        dw_x, dw_h, db = np.zeros(w_x.shape), np.zeros(w_h.shape), np.zeros(b.shape)
        for t in reversed(range(x.shape[1])):
            error = dh[:, t] + later
            delta = error * slope(states[t + 1])
            dw_x += x[:, t].T @ delta
            dw_h += states[t + seen].T @ delta
            db += delta.sum(axis=0)
            dx[:, t] = delta @ w_x.T
            later = back(delta, error, w_h)
        return dx, later, dw_x, dw_h, db

    return answer


def _last_step_only(dh: Any, x: Any, h0: Any, w_x: Any, w_h: Any, b: Any) -> Gradients:
    last = np.array(dh)
    last[:, :-1] = 0.0
    return rnn_bptt(last, x, h0, w_x, w_h, b)


def _averaged(dh: Any, x: Any, h0: Any, w_x: Any, w_h: Any, b: Any) -> Gradients:
    dx, dh0, *rest = rnn_bptt(dh, x, h0, w_x, w_h, b)
    dw_x, dw_h, db = (part / len(x) for part in rest)
    return dx, dh0, dw_x, dw_h, db


HIDDEN = Hidden(
    Exercise(
        name="rnn_bptt",
        summary="Backpropagation through time for a simple recurrent network.",
        parameters=(
            Parameter("dh", "(N, T, H) array: what the loss sends to the state of each step"),
            Parameter("x", "(N, T, D) array of inputs, T >= 1; floats or integers"),
            Parameter("h0", "(N, H) array, the state before the first step"),
            Parameter("w_x", "(D, H) array of weights"),
            Parameter("w_h", "(H, H) array of weights"),
            Parameter("b", "(H,) array of biases"),
        ),
        returns="(dx, dh0, dw_x, dw_h, db): float arrays shaped like the arguments",
        parts=tuple(Part(name) for name in ("dx", "dh0", "dw_x", "dw_h", "db")),
        conventions=(
            "Forward: h[t] = tanh(x[:, t] @ w_x + h[t - 1] @ w_h + b), with h[-1] = h0.",
            "dh[:, t] is the gradient of the loss at h[t] by way of that step's own output.",
            "What reaches the loss by way of later states has to be added; no truncation.",
            "Gradients of w_x, w_h and b sum over steps and samples.",
            "The inputs come back unchanged.",
        ),
        example=(
            (
                "rnn_bptt(*np.ones((2, 1, 2, 1)), *np.zeros((2, 1, 1)), 3 * np.eye(1), [0.])[4]",
                "array([5.])",
            ),
        ),
        closeness=Closeness(rtol=1e-7, atol=1e-8),
    ),
    rnn_bptt,
    (
        Family(Category.BASIC, "one step", _one_step),
        Family(Category.BASIC, "two steps", _two_steps),
        Family(Category.BASIC, "several steps", _several),
        Family(Category.BASIC, "a batch", _batch),
        Family(Category.SHAPE, "all sizes equal", _all_equal),
        Family(Category.SHAPE, "many units", _wide),
        Family(Category.DTYPE, "float32", _single_precision),
        Family(Category.DTYPE, "one-hot integers", _tokens),
        Family(Category.EDGE, "one unit", _one_unit),
        Family(Category.EDGE, "a loss at the last step only", _last_only),
        Family(Category.EDGE, "a loss at the first step only", _first_only),
        Family(Category.EDGE, "a start from zero", _from_zero),
        Family(Category.STABILITY, "many steps back", _long),
        Family(Category.ALIASING, "the inputs stay as they were", _batch),
        Family(Category.LARGE, "a long batch", _many, 1),
    ),
    (
        Suspect(
            "what comes back from the next step is left out",
            _differently(back=lambda delta, _, w_h: 0 * delta @ w_h),
        ),
        Suspect("only the last step's dh is used", _last_step_only),
        Suspect(
            "the error goes back through w_h; it must be w_h transposed",
            _differently(back=lambda delta, _, w_h: delta @ w_h),
        ),
        Suspect(
            "the next step's slope is missing in what comes back",
            _differently(back=lambda _, error, w_h: error @ w_h.T),
        ),
        Suspect("the slope of tanh is 1 - h**2", _differently(slope=lambda h: 1 - h)),
        Suspect("dw_h is made from h[t]; w_h multiplied h[t - 1]", _differently(seen=1)),
        Suspect("dw_x, dw_h and db are averaged over the batch; they must be summed", _averaged),
    ),
)
