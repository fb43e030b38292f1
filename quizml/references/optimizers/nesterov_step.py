"""A step of gradient descent with Nesterov momentum."""

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


def nesterov_step(
    w: ArrayLike, grad: ArrayLike, velocity: ArrayLike, lr: float = 0.01, momentum: float = 0.9
) -> Two:
    r"""The new weights $w - \alpha (g + \mu v')$ and the new velocity $v' = \mu v + g$.

    All have w's shape; before the first step v is 0. alpha is lr, mu is momentum. Nesterov takes
    the gradient where the velocity is about to lead. Here w is that point already, so grad is the
    gradient at w, and the step makes this gradient's move and the velocity's next one in advance.
    Source: PyTorch documentation, torch.optim.SGD with nesterov=True; Sutskever et al. 2013.

    >>> w, v = nesterov_step([1.0, 1.0], [2.0, 0.0], [2.0, -4.0], lr=0.5, momentum=0.5)
    >>> w.tolist(), v.tolist()
    ([-0.75, 1.5], [3.0, -2.0])
    """
    w, grad, velocity = (np.asarray(a, dtype=np.float64) for a in (w, grad, velocity))
    velocity = momentum * velocity + grad
    return w - lr * (grad + momentum * velocity), velocity


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


def _classical(w: Any, grad: Any, velocity: Any, lr: float = 0.01, momentum: float = 0.9) -> Two:
    new = momentum * velocity + grad
    return w - lr * new, new


def _lr_inside(w: Any, grad: Any, velocity: Any, lr: float = 0.01, momentum: float = 0.9) -> Two:
    return nesterov_step(w, lr * grad, velocity, 1.0, momentum)


def _average(w: Any, grad: Any, velocity: Any, lr: float = 0.01, momentum: float = 0.9) -> Two:
    new = momentum * velocity + (1 - momentum) * grad
    return w - lr * ((1 - momentum) * grad + momentum * new), new


def _direction(w: Any, grad: Any, velocity: Any, lr: float = 0.01, momentum: float = 0.9) -> Two:
    w, new = nesterov_step(w, grad, velocity, lr, momentum)
    return w, grad + momentum * new


HIDDEN = Hidden(
    Exercise(
        name="nesterov_step",
        summary="One step of gradient descent with Nesterov momentum, in PyTorch's form.",
        parameters=(
            Parameter("w", "array of any shape, the weights"),
            Parameter("grad", "array of w's shape, the gradient at w"),
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
            "The step is lr times (grad + momentum times the new velocity).",
            "w stands at the look-ahead point already: grad is the gradient there.",
            "Integers become float64; there may be no weights.",
            "All arrays come back unchanged.",
        ),
        example=(
            (
                "nesterov_step(np.array([1.]), np.array([2.]), np.array([2.]), 0.5, 0.5)",
                "(array([-0.75]), array([3.]))",
            ),
        ),
    ),
    nesterov_step,
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
        Suspect(
            "that is classical momentum: grad plus momentum times the old velocity", _classical
        ),
        Suspect("the learning rate is inside of the velocity", _lr_inside),
        Suspect("the gradient has a factor 1 - momentum: that is the averaged form", _average),
        Suspect("the direction of the step is returned instead of the velocity", _direction),
    ),
)
