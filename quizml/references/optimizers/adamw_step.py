"""A step of AdamW: Adam with decoupled weight decay."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from quizml.model.exercises import Category, Closeness, Exercise, Parameter, Part
from quizml.references.hidden import Arguments, Family, Hidden, Suspect
from quizml.references.optimizers._draw import basic, empty, last, positive, shapes, signed
from quizml.references.optimizers.adam_step import adam_step

if TYPE_CHECKING:
    from numpy.random import Generator
    from numpy.typing import ArrayLike, NDArray

    Floats = NDArray[np.float64]
    Three = tuple[Floats, Floats, Floats]


def adamw_step(
    w: ArrayLike,
    grad: ArrayLike,
    m: ArrayLike,
    v: ArrayLike,
    t: int,
    lr: float = 0.001,
    beta1: float = 0.9,
    beta2: float = 0.999,
    eps: float = 1e-8,
    weight_decay: float = 0.01,
) -> Three:
    r"""The new weights and the new moments m and v, all of w's shape.

    Everything as in `adam_step`, moments included, but that the old weights count as
    $(1 - \alpha \lambda) w$: each weight decays by the same share, whatever its gradients were.
    lambda, the weight_decay, is multiplied by the learning rate alpha and enters no moment.
    Source: Loshchilov & Hutter 2017, arXiv:1711.05101; PyTorch documentation, torch.optim.AdamW.

    >>> w, m, v = adamw_step([1.0], [4.0], [0.0], [0.0], 1, 0.5, 0.5, 0.75, 0.0, 0.5)
    >>> w.tolist(), m.tolist(), v.tolist()
    ([0.25], [2.0], [4.0])
    """
    w = np.asarray(w, dtype=np.float64) * (1 - lr * weight_decay)
    return adam_step(w, grad, m, v, t, lr, beta1, beta2, eps)


def _draw(rng: Generator, shape: tuple[int, ...], whole: bool = False) -> Arguments:
    found: Arguments = {name: signed(rng, shape, whole) for name in ("w", "grad", "m")}
    found |= {"v": positive(rng, shape, whole), "t": int(rng.integers(2, 9))}
    betas = {"beta1": float(rng.choice([0.7, 0.8])), "beta2": float(rng.choice([0.9, 0.95]))}
    found |= {"lr": float(rng.choice([0.1, 0.2, 0.3]))} | betas
    return found | {"weight_decay": float(rng.choice([0.1, 0.25, 0.4]))}


def _first(rng: Generator, size: int) -> Arguments:
    zeros = np.zeros(size + 1)
    return _draw(rng, (size + 1,)) | {"m": zeros, "v": zeros.copy(), "t": 1}


def _defaults(rng: Generator, size: int) -> Arguments:
    found = _draw(rng, (size + 1,))
    return {name: found[name] for name in ("w", "grad", "m", "v", "t")}


def _only_decay(rng: Generator, size: int) -> Arguments:
    zeros = {name: np.zeros(size + 1) for name in ("grad", "m", "v")}
    return _draw(rng, (size + 1,)) | zeros


def _no_decay(rng: Generator, size: int) -> Arguments:
    return _draw(rng, (size + 1,)) | {"weight_decay": 0.0}


def _large_eps(rng: Generator, size: int) -> Arguments:
    return _draw(rng, (size + 1,)) | {"eps": float(rng.choice([0.1, 0.3]))}


def _tiny(rng: Generator, size: int) -> Arguments:
    found = _draw(rng, (size + 1,))
    return found | {name: found[name] * 1e-8**k for name, k in (("grad", 1), ("m", 1), ("v", 2))}


def _parts(found: Arguments) -> tuple[float, float, Arguments]:
    """Learning rate, decay, and what Adam takes."""
    rest = {name: value for name, value in found.items() if name != "weight_decay"}
    return found.get("lr", 0.001), found.get("weight_decay", 0.01), rest


def _plain(**found: Any) -> Three:
    return adam_step(**_parts(found)[2])


def _penalty(**found: Any) -> Three:
    _, decay, rest = _parts(found)
    return adam_step(**rest | {"grad": rest["grad"] + decay * rest["w"]})


def _undamped(**found: Any) -> Three:
    _, decay, rest = _parts(found)
    return adam_step(**rest | {"w": rest["w"] * (1 - decay)})


def _afterwards(**found: Any) -> Three:
    lr, decay, rest = _parts(found)
    w, m, v = adam_step(**rest)
    return w * (1 - lr * decay), m, v


def _uncorrected(**found: Any) -> Three:
    lr, decay, rest = _parts(found)
    _, m, v = adam_step(**rest)
    step = lr * m / (np.sqrt(v) + found.get("eps", 1e-8))
    return rest["w"] * (1 - lr * decay) - step, m, v


HIDDEN = Hidden(
    Exercise(
        name="adamw_step",
        summary="One step of AdamW: Adam with decoupled weight decay.",
        parameters=(
            Parameter("w", "array of any shape, the weights"),
            Parameter("grad", "array of w's shape, the gradient of the loss alone"),
            Parameter("m", "array of w's shape, the first moment before this step"),
            Parameter("v", "array of w's shape, the second moment before this step; at least 0"),
            Parameter("t", "the number of this step; 1 for the first"),
            Parameter("lr", "the learning rate", "0.001"),
            Parameter("beta1", "the factor that the old first moment keeps", "0.9"),
            Parameter("beta2", "the factor that the old second moment keeps", "0.999"),
            Parameter("eps", "added to the root in the denominator", "1e-08"),
            Parameter("weight_decay", "the factor of the decay", "0.01"),
        ),
        returns="the new weights and the new moments, all of w's shape; floats",
        parts=(Part("w"), Part("m"), Part("v")),
        conventions=(
            "The decay takes lr * weight_decay * w off, with the old weights w, as in PyTorch.",
            "It enters neither moment.",
            "The moments that are returned are not corrected; the step uses corrected ones.",
            "eps is added to the root of the corrected second moment; it may be as large as 0.3.",
            "Where m, v and grad are all 0, the decay alone is left.",
            "Integers become float64; there may be no weights. All arrays come back unchanged.",
        ),
        example=(
            (
                (
                    "adamw_step(np.ones(1), np.ones(1), np.zeros(1), np.zeros(1), 1,"
                    " 0.5, 0.5, 0.75, 0, 0.5)"
                ),
                "(array([0.25]), array([0.5]), array([0.25]))",
            ),
        ),
        closeness=Closeness(atol=1e-7),
    ),
    adamw_step,
    (
        Family(Category.BASIC, "the first step", _first, 3),
        *basic(_draw),
        Family(Category.BASIC, "the defaults", _defaults),
        *shapes(_draw),
        Family(Category.EDGE, "nothing but decay", _only_decay),
        Family(Category.EDGE, "no decay", _no_decay),
        Family(Category.EDGE, "a large eps", _large_eps),
        empty(_draw),
        Family(Category.STABILITY, "gradients near eps", _tiny),
        *last(_draw),
    ),
    (
        Suspect("the argument `weight_decay` is ignored", _plain),
        Suspect("the decay is added to the gradient: that is Adam with an L2 penalty", _penalty),
        Suspect("the decay is not multiplied by the learning rate", _undamped),
        Suspect("the decay is taken of the new weights instead of the old", _afterwards),
        Suspect("the moments are not corrected for their start at 0", _uncorrected),
    ),
)
