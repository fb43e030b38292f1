"""A step of RMSProp."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from quizml.model.exercises import Category, Closeness, Exercise, Parameter, Part
from quizml.references.hidden import Arguments, Family, Hidden, Suspect
from quizml.references.optimizers._draw import basic, empty, last, positive, shapes, signed

if TYPE_CHECKING:
    from numpy.random import Generator
    from numpy.typing import ArrayLike, NDArray

    Floats = NDArray[np.float64]
    Two = tuple[Floats, Floats]


def rmsprop_step(
    w: ArrayLike,
    grad: ArrayLike,
    sq_avg: ArrayLike,
    lr: float = 0.01,
    beta: float = 0.99,
    eps: float = 1e-8,
) -> Two:
    r"""The new weights and the new average of squared gradients, both of w's shape.

    $V' = \beta V + (1 - \beta) g^2$ and $w' = w - \alpha g / (\sqrt{V'} + \epsilon)$, entry by
    entry, with the gradient g, the average so far V (sq_avg, 0 before the first step) and the
    rate alpha. No momentum, no correction of the start at 0. A weight that never had a gradient
    stays: 0 / (0 + eps).
    Source: Hinton 2012, Neural Networks for Machine Learning, lecture 6; defaults and eps as in
    PyTorch's torch.optim.RMSprop, whose alpha is beta.

    >>> w, average = rmsprop_step([1.0, 1.0], [4.0, 0.0], [2.0, 4.0], lr=0.5, beta=0.5)
    >>> w.round(6).tolist(), average.tolist()
    ([0.333333, 1.0], [9.0, 2.0])
    """
    w, grad, sq_avg = (np.asarray(a, dtype=np.float64) for a in (w, grad, sq_avg))
    sq_avg = beta * sq_avg + (1 - beta) * grad**2
    return w - lr * grad / (np.sqrt(sq_avg) + eps), sq_avg


def _draw(rng: Generator, shape: tuple[int, ...], whole: bool = False) -> Arguments:
    found: Arguments = {name: signed(rng, shape, whole) for name in ("w", "grad")}
    found["sq_avg"] = positive(rng, shape, whole)
    lr, beta = rng.choice([0.1, 0.2, 0.3]), rng.choice([0.6, 0.7, 0.8])
    return found | {"lr": float(lr), "beta": float(beta)}


def _defaults(rng: Generator, size: int) -> Arguments:
    found = _draw(rng, (size + 1,))
    return {name: found[name] for name in ("w", "grad", "sq_avg")}


def _first(rng: Generator, size: int) -> Arguments:
    return _draw(rng, (size + 1,)) | {"sq_avg": np.zeros(size + 1)}


def _untouched(rng: Generator, size: int) -> Arguments:
    """The first weight has never had a gradient."""
    found = _draw(rng, (size + 1,))
    found["grad"][0] = found["sq_avg"][0] = 0.0
    return found


def _no_gradient(rng: Generator, size: int) -> Arguments:
    return _draw(rng, (size + 1,)) | {"grad": np.zeros(size + 1)}


def _large_eps(rng: Generator, size: int) -> Arguments:
    return _draw(rng, (size + 1,)) | {"eps": float(rng.choice([0.1, 0.3]))}


def _tiny(rng: Generator, size: int) -> Arguments:
    """Gradients about as small as eps."""
    found = _draw(rng, (size + 1,))
    return found | {"grad": found["grad"] * 1e-8, "sq_avg": found["sq_avg"] * 1e-16}


def _with(found: Arguments) -> Arguments:
    """All of the arguments, the default ones too."""
    return {"lr": 0.01, "beta": 0.99, "eps": 1e-8} | found


def _moved(found: Arguments, bottom: Any, average: Any) -> Two:
    with np.errstate(all="ignore"):
        return found["w"] - _with(found)["lr"] * found["grad"] / bottom, average


def _swapped(**found: Any) -> Two:
    return rmsprop_step(**found | {"beta": 1 - _with(found)["beta"]})


def _added(**found: Any) -> Two:
    total = found["sq_avg"] + found["grad"] ** 2
    return _moved(found, np.sqrt(total) + _with(found)["eps"], total)


def _old_average(**found: Any) -> Two:
    new = rmsprop_step(**found)[1]
    return _moved(found, np.sqrt(found["sq_avg"]) + _with(found)["eps"], new)


def _no_root(**found: Any) -> Two:
    new = rmsprop_step(**found)[1]
    return _moved(found, new + _with(found)["eps"], new)


def _eps_inside(**found: Any) -> Two:
    new = rmsprop_step(**found)[1]
    return _moved(found, np.sqrt(new + _with(found)["eps"]), new)


HIDDEN = Hidden(
    Exercise(
        name="rmsprop_step",
        summary="One step of RMSProp.",
        parameters=(
            Parameter("w", "array of any shape, the weights"),
            Parameter("grad", "array of w's shape, the gradient"),
            Parameter("sq_avg", "array of w's shape, the average of squared gradients so far"),
            Parameter("lr", "the learning rate", "0.01"),
            Parameter("beta", "the factor that the old average keeps", "0.99"),
            Parameter("eps", "added to the root in the denominator", "1e-08"),
        ),
        returns="the new weights and the new average, both of w's shape; floats",
        parts=(Part("w"), Part("sq_avg")),
        conventions=(
            "The average takes in this gradient before the step is made.",
            "No momentum, no correction of the start at 0; PyTorch calls beta alpha.",
            "eps is added to the root, not under it, as in PyTorch; it may be as large as 0.3.",
            "Gradients may be as small as 1e-8.",
            "sq_avg and grad may both be 0 for a weight: it stays.",
            "Integers become float64; there may be no weights.",
            "All arrays come back unchanged.",
        ),
        example=(
            (
                "rmsprop_step(np.array([1.]), np.array([4.]), np.array([16.]), lr=0.5, beta=0.5)",
                "(array([0.5]), array([16.]))",
            ),
        ),
        closeness=Closeness(atol=1e-7),
    ),
    rmsprop_step,
    (
        *basic(_draw),
        Family(Category.BASIC, "the defaults", _defaults),
        *shapes(_draw),
        Family(Category.EDGE, "the first step", _first),
        Family(Category.EDGE, "a large eps", _large_eps),
        Family(Category.EDGE, "a weight that never had a gradient", _untouched),
        Family(Category.EDGE, "no gradient this time", _no_gradient),
        empty(_draw),
        Family(Category.STABILITY, "gradients near eps", _tiny),
        *last(_draw),
    ),
    (
        Suspect("beta and 1 - beta are swapped", _swapped),
        Suspect("the squares are added, as in AdaGrad; RMSProp averages them", _added),
        Suspect("the step divides by the old average, without this gradient", _old_average),
        Suspect("the root of the average is missing", _no_root),
        Suspect("eps is added under the root", _eps_inside),
    ),
)
