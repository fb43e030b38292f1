"""The gradient of a loss by central differences, as a gradient check needs it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from quizml.model.exercises import Category, Closeness, Exercise, Parameter
from quizml.references.hidden import Arguments, Family, Hidden, Suspect

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.random import Generator
    from numpy.typing import ArrayLike, NDArray

    Floats = NDArray[np.float64]


def numerical_gradient(w: ArrayLike, x: ArrayLike, y: ArrayLike, eps: float = 1e-5) -> Floats:
    r"""Central differences of a layer's loss for every weight, an array of w's shape.

    The loss is $L(w) = \frac{1}{2N} \sum (\tanh(x w) - y)^2$, with x (N, D), and w (D, M), y (N, M)
    or w (D,), y (N,). For each weight, with all others as they are: (L(w + eps) - L(w - eps)) /
    (2 eps). It differs from the derivative by about eps^2 L''' / 6 (a one-sided difference by
    eps L'' / 2), and by the rounding of L divided by eps. Two losses for each weight.
    Source: Goodfellow, Bengio, Courville: Deep Learning (2016), section 11.5.

    >>> numerical_gradient([0.0], [[1.0], [1.0]], [2.0, 0.0], eps=1.0).round(4).tolist()
    [-0.7616]
    """
    w = np.array(w, dtype=np.float64)
    x, y = np.asarray(x, dtype=np.float64), np.asarray(y, dtype=np.float64)
    slopes = np.zeros(w.shape)
    for place in np.ndindex(*w.shape):
        held = w[place]
        w[place] = held + eps
        above = loss_of(w, x, y)
        w[place] = held - eps
        below = loss_of(w, x, y)
        w[place] = held
        slopes[place] = (above - below) / (2 * eps)
    return slopes


def loss_of(w: Floats, x: Floats, y: Floats) -> float:
    """Half the squared errors of tanh(x w), averaged over the samples."""
    return float(((np.tanh(x @ w) - y) ** 2).sum() / (2 * len(x)))


def _layer(
    rng: Generator, samples: int, shape: tuple[int, ...], eps: float | None = None
) -> Arguments:
    """Weights of `shape`, (D,) or (D, M); targets away from what the layer gives."""
    found: Arguments = {
        "w": rng.normal(0, 0.7 / np.sqrt(shape[0]), shape),
        "x": rng.normal(size=(samples, shape[0])),
        "y": rng.normal(0, 2.0, (samples, *shape[1:])),
    }
    return found if eps is None else found | {"eps": eps}


def _wide_step(rng: Generator) -> float:
    return float(rng.choice([0.1, 0.2, 0.5]))


def _one_weight(rng: Generator, size: int) -> Arguments:
    return _layer(rng, size, (1,), _wide_step(rng))


def _weights(rng: Generator, size: int) -> Arguments:
    return _layer(rng, 3, (size + 1,), _wide_step(rng))


def _usual_step(rng: Generator, size: int) -> Arguments:
    return _layer(rng, size + 2, (size + 1,))


def _matrix(rng: Generator, size: int) -> Arguments:
    return _layer(rng, 3, (size, 3), _wide_step(rng))


def _square(rng: Generator, size: int) -> Arguments:
    return _layer(rng, size + 1, (size + 1, size + 1), _wide_step(rng))


def _single_precision(rng: Generator, size: int) -> Arguments:
    found = _layer(rng, 4, (size, 2))
    return {name: value.astype(np.float32) for name, value in found.items()}


def _whole_weights(rng: Generator, size: int) -> Arguments:
    found = _layer(rng, 3, (size + 1,), _wide_step(rng))
    return found | {"w": rng.integers(-1, 2, size + 1)}


def _whole_everything(rng: Generator, size: int) -> Arguments:
    found = _layer(rng, 4, (size + 1, 2))
    return {name: rng.integers(-1, 2, value.shape) for name, value in found.items()}


def _one_sample(rng: Generator, size: int) -> Arguments:
    return _layer(rng, 1, (size + 1, 2), _wide_step(rng))


def _zero_weights(rng: Generator, size: int) -> Arguments:
    found = _layer(rng, 3, (size + 1, 2), _wide_step(rng))
    return found | {"w": np.zeros((size + 1, 2))}


def _input_of_zero(rng: Generator, size: int) -> Arguments:
    """A feature that is always 0: its weights have no effect."""
    found = _layer(rng, 3, (size + 2, 2), _wide_step(rng))
    found["x"][:, int(rng.integers(size + 2))] = 0.0
    return found


def _small_steps(rng: Generator, size: int) -> Arguments:
    """Steps that float32 would lose."""
    return _layer(rng, 3, (size + 1, 2), float(rng.choice([1e-4, 1e-5])))


def _large_targets(rng: Generator, size: int) -> Arguments:
    found = _layer(rng, 3, (size + 1,), 1e-3)
    return found | {"y": found["y"] * 1000.0}


def _many(rng: Generator, size: int) -> Arguments:
    return _layer(rng, 32, (5 * size, 3 * size), 0.1)


def _something_to_find(arguments: Arguments) -> bool:
    """Whether the gradient is no mere rounding."""
    return bool(np.abs(numerical_gradient(**arguments)).max() > 1e-2)


def _by(quotient: Callable[..., Any]) -> Callable[..., Floats]:
    """For each weight quotient(f, eps), with f(step) the loss after that step in this weight."""

    def answer(w: Any, x: Any, y: Any, eps: float = 1e-5) -> Floats:
        slopes = np.zeros(w.shape)
        for place in np.ndindex(*w.shape):

            def moved(step: float, place: tuple[int, ...] = place) -> float:
                other = w.astype(np.float64)
                other[place] += step
                return loss_of(other, x, y)

            slopes[place] = quotient(moved, eps)
        return slopes

    return answer


def _derivative(w: Any, x: Any, y: Any, eps: float = 1e-5) -> Floats:  # noqa: ARG001
    """The exact one."""
    out = np.tanh(x @ w)
    return np.asarray(x.T @ ((out - y) * (1 - out**2)) / len(x))


def _all_at_once(w: Any, x: Any, y: Any, eps: float = 1e-5) -> Floats:
    """All weights moved together."""
    slope = (loss_of(w + eps, x, y) - loss_of(w - eps, x, y)) / (2 * eps)
    return np.full(w.shape, slope)


def _not_averaged(w: Any, x: Any, y: Any, **step: float) -> Floats:
    return numerical_gradient(w, x, y, **step) * len(x)


HIDDEN = Hidden(
    Exercise(
        name="numerical_gradient",
        summary="Gradient of a small layer's loss by central differences.",
        parameters=(
            Parameter("w", "(D, M) or (D,) array of weights; floats or integers"),
            Parameter("x", "(N, D) array of inputs"),
            Parameter("y", "(N, M) or (N,) array of targets"),
            Parameter("eps", "the step, to either side", "1e-05"),
        ),
        returns="array of floats, of w's shape",
        conventions=(
            "The loss is L(w) = ((tanh(x @ w) - y)**2).sum() / (2*N).",
            "For each weight by itself: (L with it + eps, minus L with it - eps) / (2*eps).",
            "The quotient is asked for, not the derivative: eps may be as large as 0.5.",
            "Compute in float64, even where the arrays are float32 or integers.",
            "w, x and y come back exactly as they were.",
        ),
        example=(
            (
                "numerical_gradient(np.zeros(1), np.ones((2, 1)), np.array([2., 0.]), eps=1.0)",
                "array([-0.76159416])",
            ),
        ),
        closeness=Closeness(rtol=1e-6, atol=1e-7),
    ),
    numerical_gradient,
    (
        Family(Category.BASIC, "one weight", _one_weight),
        Family(Category.BASIC, "several weights", _weights, 3),
        Family(Category.BASIC, "the usual step", _usual_step),
        Family(Category.SHAPE, "a matrix of weights", _matrix, 3),
        Family(Category.SHAPE, "a square matrix", _square),
        Family(Category.DTYPE, "float32", _single_precision),
        Family(Category.DTYPE, "integer weights", _whole_weights),
        Family(Category.DTYPE, "integers only", _whole_everything),
        Family(Category.EDGE, "one sample", _one_sample),
        Family(Category.EDGE, "weights of 0", _zero_weights),
        Family(Category.EDGE, "an input that is always 0", _input_of_zero),
        Family(Category.STABILITY, "small steps", _small_steps),
        Family(Category.STABILITY, "large losses", _large_targets),
        Family(Category.ALIASING, "the inputs stay as they were", _matrix, 3),
        Family(Category.LARGE, "a larger layer", _many, 1),
    ),
    (
        Suspect(
            "a one-sided difference, (L(w + eps) - L(w)) / eps",
            _by(lambda f, eps: (f(eps) - f(0.0)) / eps),
        ),
        Suspect(
            "the difference is divided by eps; the step is 2*eps",
            _by(lambda f, eps: (f(eps) - f(-eps)) / eps),
        ),
        Suspect("all weights are moved at once; each must be moved by itself", _all_at_once),
        Suspect("this is the exact derivative, not the quotient", _derivative),
        Suspect("the loss is not averaged over the samples", _not_averaged),
    ),
    fair=_something_to_find,
)
