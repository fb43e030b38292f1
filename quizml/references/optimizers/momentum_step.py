"""A step of gradient descent with momentum."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from quizml.model.exercises import Category, Exercise, Parameter, Part
from quizml.references.hidden import Arguments, Family, Hidden, Suspect
from quizml.references.optimizers._draw import basic, empty, last, shapes, signed

if TYPE_CHECKING:
    from numpy.random import Generator
    from numpy.typing import ArrayLike, NDArray

    Floats = NDArray[np.float64]
    Two = tuple[Floats, Floats]


def momentum_step(
    w: ArrayLike, grad: ArrayLike, velocity: ArrayLike, lr: float = 0.01, momentum: float = 0.9
) -> Two:
    r"""The new weights $w - \alpha v'$ and the new velocity $v' = \mu v + g$, both of w's shape.

    grad g and velocity v have w's shape; before the first step v is 0. alpha is lr, mu is
    momentum. The velocity is a decaying sum of all gradients so far: without a factor 1 - mu, and
    without alpha, which the step applies to the whole of it.
    Source: PyTorch documentation, torch.optim.SGD (dampening 0); the idea is Polyak's (1964).

    >>> w, v = momentum_step([1.0, 1.0], [2.0, 0.0], [2.0, -4.0], lr=0.5, momentum=0.5)
    >>> w.tolist(), v.tolist()
    ([-0.5, 2.0], [3.0, -2.0])
    """
    w, grad, velocity = (np.asarray(a, dtype=np.float64) for a in (w, grad, velocity))
    velocity = momentum * velocity + grad
    return w - lr * velocity, velocity


def _draw(rng: Generator, shape: tuple[int, ...], whole: bool = False) -> Arguments:
    lr, momentum = rng.choice([0.05, 0.1, 0.2, 0.3]), rng.choice([0.6, 0.7, 0.8])
    found = {name: signed(rng, shape, whole) for name in ("w", "grad", "velocity")}
    return found | {"lr": float(lr), "momentum": float(momentum)}


def _defaults(rng: Generator, size: int) -> Arguments:
    found = _draw(rng, (size + 1,))
    return {name: 10 * found[name] for name in ("w", "grad", "velocity")}


def _first(rng: Generator, size: int) -> Arguments:
    return _draw(rng, (size + 1,)) | {"velocity": np.zeros(size + 1)}


def _no_gradient(rng: Generator, size: int) -> Arguments:
    return _draw(rng, (size + 1,)) | {"grad": np.zeros(size + 1)}


def _cancelled(rng: Generator, size: int) -> Arguments:
    """The gradient takes back what the velocity keeps of its first entry."""
    found = _draw(rng, (size + 1,)) | {"momentum": 0.5}
    found["grad"][0] = -0.5 * found["velocity"][0]
    return found


def _average(w: Any, grad: Any, velocity: Any, lr: float = 0.01, momentum: float = 0.9) -> Two:
    return momentum_step(w, (1 - momentum) * grad, velocity, lr, momentum)


def _lr_inside(w: Any, grad: Any, velocity: Any, lr: float = 0.01, momentum: float = 0.9) -> Two:
    return momentum_step(w, lr * grad, velocity, 1.0, momentum)


def _late(w: Any, grad: Any, velocity: Any, lr: float = 0.01, momentum: float = 0.9) -> Two:
    new = momentum_step(w, grad, velocity, lr, momentum)[1]
    return w - lr * velocity, new


def _nesterov(w: Any, grad: Any, velocity: Any, lr: float = 0.01, momentum: float = 0.9) -> Two:
    new = momentum_step(w, grad, velocity, lr, momentum)[1]
    return w - lr * (grad + momentum * new), new


def _same_state(w: Any, grad: Any, velocity: Any, lr: float = 0.01, momentum: float = 0.9) -> Two:
    return momentum_step(w, grad, velocity, lr, momentum)[0], velocity.astype(np.float64)


HIDDEN = Hidden(
    Exercise(
        name="momentum_step",
        summary="One step of gradient descent with momentum.",
        parameters=(
            Parameter("w", "array of any shape, the weights"),
            Parameter("grad", "array of w's shape, the gradient"),
            Parameter(
                "velocity", "array of w's shape, the velocity so far; 0 before the first step"
            ),
            Parameter("lr", "the learning rate", "0.01"),
            Parameter("momentum", "the factor that the old velocity keeps", "0.9"),
        ),
        returns="the new weights and the new velocity, both of w's shape; floats",
        parts=(Part("w"), Part("velocity")),
        conventions=(
            "PyTorch's form: velocity = momentum * velocity + grad, without a factor 1 - momentum.",
            "The learning rate multiplies the whole new velocity and is no part of it.",
            "Integers become float64; there may be no weights.",
            "All arrays come back unchanged.",
        ),
        example=(
            (
                "momentum_step(np.array([1.]), np.array([2.]), np.array([2.]), 0.5, 0.5)",
                "(array([-0.5]), array([3.]))",
            ),
        ),
    ),
    momentum_step,
    (
        *basic(_draw),
        Family(Category.BASIC, "both defaults", _defaults),
        *shapes(_draw),
        Family(Category.EDGE, "the first step", _first),
        Family(Category.EDGE, "no gradient: it rolls on", _no_gradient),
        Family(Category.EDGE, "a velocity that is cancelled", _cancelled),
        empty(_draw),
        *last(_draw),
    ),
    (
        Suspect("the gradient has a factor 1 - momentum: that is the averaged form", _average),
        Suspect("the learning rate is inside of the velocity", _lr_inside),
        Suspect("the step uses the old velocity", _late),
        Suspect("that is Nesterov's step, along grad + momentum * velocity", _nesterov),
        Suspect("the old velocity is returned instead of the new one", _same_state),
    ),
)
