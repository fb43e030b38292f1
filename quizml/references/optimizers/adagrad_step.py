"""A step of AdaGrad."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from quizml.model.exercises import Category, Exercise, Parameter, Part
from quizml.references.hidden import Arguments, Family, Hidden, Suspect
from quizml.references.optimizers._draw import basic, empty, last, positive, shapes, signed

if TYPE_CHECKING:
    from numpy.random import Generator
    from numpy.typing import ArrayLike, NDArray

    Floats = NDArray[np.float64]
    Two = tuple[Floats, Floats]


def adagrad_step(
    w: ArrayLike, grad: ArrayLike, sq_sum: ArrayLike, lr: float = 0.01, eps: float = 1e-10
) -> Two:
    r"""The new weights and the new sum of squared gradients, both of w's shape.

    $V' = V + g^2$ and $w' = w - \alpha g / (\sqrt{V'} + \epsilon)$, entry by entry, with the
    gradient g, the sum so far V (sq_sum, 0 before the first step) and the rate alpha. The square
    of this gradient counts already. A weight that never had a gradient stays: 0 / (0 + eps).
    Source: Duchi, Hazan, Singer 2011, JMLR 12; eps as in PyTorch's torch.optim.Adagrad.

    >>> w, total = adagrad_step([1.0, 1.0], [4.0, 0.0], [9.0, 0.0], lr=0.5)
    >>> w.round(6).tolist(), total.tolist()
    ([0.6, 1.0], [25.0, 0.0])
    """
    w, grad, sq_sum = (np.asarray(a, dtype=np.float64) for a in (w, grad, sq_sum))
    sq_sum = sq_sum + grad**2
    return w - lr * grad / (np.sqrt(sq_sum) + eps), sq_sum


def _draw(rng: Generator, shape: tuple[int, ...], whole: bool = False) -> Arguments:
    found: Arguments = {name: signed(rng, shape, whole) for name in ("w", "grad")}
    found["sq_sum"] = positive(rng, shape, whole)
    return found | {"lr": float(rng.choice([0.1, 0.2, 0.3, 0.5]))}


def _defaults(rng: Generator, size: int) -> Arguments:
    found = _draw(rng, (size + 1,))
    return {name: found[name] for name in ("w", "grad", "sq_sum")}


def _first(rng: Generator, size: int) -> Arguments:
    return _draw(rng, (size + 1,)) | {"sq_sum": np.zeros(size + 1)}


def _untouched(rng: Generator, size: int) -> Arguments:
    """A rare feature: its weight has never had a gradient."""
    found = _draw(rng, (size + 1,))
    found["grad"][0] = found["sq_sum"][0] = 0.0
    return found


def _large_eps(rng: Generator, size: int) -> Arguments:
    return _draw(rng, (size + 1,)) | {"eps": float(rng.choice([0.1, 0.3]))}


def _tiny(rng: Generator, size: int) -> Arguments:
    """Gradients about as small as eps."""
    found = _draw(rng, (size + 1,))
    return found | {"grad": found["grad"] * 1e-10, "sq_sum": found["sq_sum"] * 1e-20}


def _old_sum(w: Any, grad: Any, sq_sum: Any, lr: float = 0.01, eps: float = 1e-10) -> Two:
    new = adagrad_step(w, grad, sq_sum)[1]
    return w - lr * grad / (np.sqrt(sq_sum) + eps), new


def _average(w: Any, grad: Any, sq_sum: Any, lr: float = 0.01, eps: float = 1e-10) -> Two:
    new = 0.9 * sq_sum + 0.1 * grad**2
    return w - lr * grad / (np.sqrt(new) + eps), new


def _no_root(w: Any, grad: Any, sq_sum: Any, lr: float = 0.01, eps: float = 1e-10) -> Two:
    new = adagrad_step(w, grad, sq_sum)[1]
    return w - lr * grad / (new + eps), new


def _eps_inside(w: Any, grad: Any, sq_sum: Any, lr: float = 0.01, eps: float = 1e-10) -> Two:
    new = adagrad_step(w, grad, sq_sum)[1]
    return w - lr * grad / np.sqrt(new + eps), new


def _only_this(w: Any, grad: Any, sq_sum: Any, lr: float = 0.01, eps: float = 1e-10) -> Two:
    return adagrad_step(w, grad, np.zeros(sq_sum.shape), lr, eps)


HIDDEN = Hidden(
    Exercise(
        name="adagrad_step",
        summary="One step of AdaGrad.",
        parameters=(
            Parameter("w", "array of any shape, the weights"),
            Parameter("grad", "array of w's shape, the gradient"),
            Parameter("sq_sum", "array of w's shape, the sum of all squared gradients so far"),
            Parameter("lr", "the learning rate", "0.01"),
            Parameter("eps", "added to the root in the denominator", "1e-10"),
        ),
        returns="the new weights and the new sum, both of w's shape; floats",
        parts=(Part("w"), Part("sq_sum")),
        conventions=(
            "The sum takes in this gradient before the step is made.",
            "eps is added to the root, not under it, as in PyTorch; it may be as large as 0.3.",
            "Gradients may be as small as 1e-10.",
            "sq_sum and grad may both be 0 for a weight: it stays.",
            "Integers become float64; there may be no weights.",
            "All arrays come back unchanged.",
        ),
        example=(
            (
                "adagrad_step(np.array([1.]), np.array([4.]), np.array([9.]), lr=0.5)",
                "(array([0.6]), array([25.]))",
            ),
        ),
    ),
    adagrad_step,
    (
        *basic(_draw),
        Family(Category.BASIC, "both defaults", _defaults),
        *shapes(_draw),
        Family(Category.EDGE, "the first step", _first),
        Family(Category.EDGE, "a large eps", _large_eps),
        Family(Category.EDGE, "a weight that never had a gradient", _untouched),
        empty(_draw),
        Family(Category.STABILITY, "gradients near eps", _tiny),
        *last(_draw),
    ),
    (
        Suspect("the step divides by the old sum, without this gradient", _old_sum),
        Suspect("the squares are averaged, as in RMSProp; AdaGrad adds them", _average),
        Suspect("the root of the sum is missing", _no_root),
        Suspect("eps is added under the root", _eps_inside),
        Suspect("the squares of the earlier gradients are left out", _only_this),
    ),
)
