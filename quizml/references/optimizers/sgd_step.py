"""A step of stochastic gradient descent with weight decay."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from quizml.model.exercises import Category, Exercise, Parameter
from quizml.references.hidden import Arguments, Family, Hidden, Suspect
from quizml.references.optimizers._draw import basic, empty, last, shapes, signed

if TYPE_CHECKING:
    from numpy.random import Generator
    from numpy.typing import ArrayLike, NDArray

    Floats = NDArray[np.float64]


def sgd_step(w: ArrayLike, grad: ArrayLike, lr: float = 0.01, weight_decay: float = 0.0) -> Floats:
    r"""The weights after one step, of w's shape: $w - \alpha (g + \lambda w)$.

    grad, of w's shape, is the gradient g of the loss over the mini-batch; alpha is lr and lambda
    is weight_decay, the gradient of the penalty $\frac{\lambda}{2} \|w\|^2$ being lambda w. So
    every weight first shrinks by the factor 1 - alpha lambda. No weights, no step.
    Source: PyTorch documentation, torch.optim.SGD, without momentum.

    >>> sgd_step([2.0, -1.0], [1.0, 0.0], lr=0.5, weight_decay=0.5).tolist()
    [1.0, -0.75]
    """
    w, grad = (np.asarray(a, dtype=np.float64) for a in (w, grad))
    return w - lr * (grad + weight_decay * w)


def _draw(rng: Generator, shape: tuple[int, ...], whole: bool = False) -> Arguments:
    lr, decay = rng.choice([0.05, 0.1, 0.2, 0.3]), rng.choice([0.1, 0.25, 0.4])
    found = {"w": signed(rng, shape, whole), "grad": signed(rng, shape, whole)}
    return found | {"lr": float(lr), "weight_decay": float(decay)}


def _without_decay(rng: Generator, size: int) -> Arguments:
    found = _draw(rng, (size + 1,))
    del found["weight_decay"]
    return found


def _defaults(rng: Generator, size: int) -> Arguments:
    return {"w": signed(rng, (size + 1,)), "grad": 20 * signed(rng, (size + 1,))}


def _no_gradient(rng: Generator, size: int) -> Arguments:
    return _draw(rng, (size + 1,)) | {"grad": np.zeros(size + 1)}


def _zero_weights(rng: Generator, size: int) -> Arguments:
    return _draw(rng, (size + 1,)) | {"w": np.zeros(size + 1)}


def _plain(w: Any, grad: Any, lr: float = 0.01, **_: float) -> Floats:
    return np.asarray(w - lr * grad)


def _ascent(w: Any, grad: Any, lr: float = 0.01, weight_decay: float = 0.0) -> Floats:
    return sgd_step(w, -grad, lr, weight_decay)


def _undamped(w: Any, grad: Any, lr: float = 0.01, weight_decay: float = 0.0) -> Floats:
    return np.asarray(w - lr * grad - weight_decay * w)


def _double(w: Any, grad: Any, lr: float = 0.01, weight_decay: float = 0.0) -> Floats:
    return sgd_step(w, grad, lr, 2 * weight_decay)


def _growing(w: Any, grad: Any, lr: float = 0.01, weight_decay: float = 0.0) -> Floats:
    return sgd_step(w, grad, lr, -weight_decay)


HIDDEN = Hidden(
    Exercise(
        name="sgd_step",
        summary="One step of stochastic gradient descent, with weight decay.",
        parameters=(
            Parameter("w", "array of any shape, the weights"),
            Parameter("grad", "array of w's shape, the gradient of the loss"),
            Parameter("lr", "the learning rate", "0.01"),
            Parameter("weight_decay", "the factor lambda of the L2 penalty", "0.0"),
        ),
        returns="array of w's shape, the new weights; floats",
        conventions=(
            "The penalty is lambda / 2 times the sum of the squared weights, as in PyTorch.",
            "Its gradient is taken at the old weights and multiplied by lr like the loss's.",
            "Integers become float64; there may be no weights.",
            "w and grad come back unchanged: the answer is a new array.",
        ),
        example=(
            (
                "sgd_step(np.array([2., -1.]), np.array([1., 0.]), 0.5, 0.5)",
                "array([ 1.  , -0.75])",
            ),
        ),
    ),
    sgd_step,
    (
        Family(Category.BASIC, "no weight decay", _without_decay, 3),
        *basic(_draw),
        Family(Category.BASIC, "both defaults", _defaults),
        *shapes(_draw),
        Family(Category.EDGE, "no gradient, only decay", _no_gradient),
        Family(Category.EDGE, "weights that are 0", _zero_weights),
        empty(_draw),
        *last(_draw),
    ),
    (
        Suspect("the argument `weight_decay` is ignored", _plain),
        Suspect("the step goes up the gradient instead of down", _ascent),
        Suspect("the decay is not multiplied by the learning rate", _undamped),
        Suspect("the decay is twice as strong: the penalty has the factor 1/2", _double),
        Suspect("the decay has the wrong sign and lets the weights grow", _growing),
    ),
)
