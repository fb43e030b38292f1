"""A step of Adam."""

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
    Three = tuple[Floats, Floats, Floats]


def adam_step(
    w: ArrayLike,
    grad: ArrayLike,
    m: ArrayLike,
    v: ArrayLike,
    t: int,
    lr: float = 0.001,
    beta1: float = 0.9,
    beta2: float = 0.999,
    eps: float = 1e-8,
) -> Three:
    r"""The new weights and the new moments m and v, all of w's shape.

    $m' = \beta_1 m + (1 - \beta_1) g$ and $v' = \beta_2 v + (1 - \beta_2) g^2$, entry by entry;
    then $w' = w - \alpha \hat m / (\sqrt{\hat v} + \epsilon)$ with
    $\hat m = m' / (1 - \beta_1^t)$ and $\hat v = v' / (1 - \beta_2^t)$, which undo the pull of the
    zeros that m and v start with. t is 1 for the first step. What is kept is m' and v', not their
    corrected forms. A weight that never had a gradient stays: 0 / (0 + eps).
    Source: Kingma & Ba 2014, arXiv:1412.6980, algorithm 1.

    >>> w, m, v = adam_step([1.0], [4.0], [0.0], [0.0], 1, lr=0.5, beta1=0.5, beta2=0.75, eps=0.0)
    >>> w.tolist(), m.tolist(), v.tolist()
    ([0.5], [2.0], [4.0])
    """
    w, grad, m, v = (np.asarray(a, dtype=np.float64) for a in (w, grad, m, v))
    m = beta1 * m + (1 - beta1) * grad
    v = beta2 * v + (1 - beta2) * grad**2
    m_hat = m / (1 - beta1**t)
    v_hat = v / (1 - beta2**t)
    return w - lr * m_hat / (np.sqrt(v_hat) + eps), m, v


def _draw(rng: Generator, shape: tuple[int, ...], whole: bool = False) -> Arguments:
    found: Arguments = {name: signed(rng, shape, whole) for name in ("w", "grad", "m")}
    found |= {"v": positive(rng, shape, whole), "t": int(rng.integers(2, 9))}
    betas = {"beta1": float(rng.choice([0.7, 0.8])), "beta2": float(rng.choice([0.9, 0.95]))}
    return found | {"lr": float(rng.choice([0.1, 0.2, 0.3]))} | betas


def _first(rng: Generator, size: int) -> Arguments:
    zeros = np.zeros(size + 1)
    return _draw(rng, (size + 1,)) | {"m": zeros, "v": zeros.copy(), "t": 1}


def _defaults(rng: Generator, size: int) -> Arguments:
    found = _draw(rng, (size + 1,))
    return {name: found[name] for name in ("w", "grad", "m", "v", "t")}


def _late(rng: Generator, size: int) -> Arguments:
    return _defaults(rng, size) | {"t": int(rng.integers(10**4, 10**6))}


def _untouched(rng: Generator, size: int) -> Arguments:
    """The first weight never had a gradient."""
    found = _draw(rng, (size + 1,))
    for name in ("grad", "m", "v"):
        found[name][0] = 0.0
    return found


def _no_gradient(rng: Generator, size: int) -> Arguments:
    return _draw(rng, (size + 1,)) | {"grad": np.zeros(size + 1)}


def _large_eps(rng: Generator, size: int) -> Arguments:
    return _draw(rng, (size + 1,)) | {"eps": float(rng.choice([0.1, 0.3]))}


def _tiny(rng: Generator, size: int) -> Arguments:
    """Gradients about as small as eps."""
    found = _draw(rng, (size + 1,))
    return found | {name: found[name] * 1e-8**k for name, k in (("grad", 1), ("m", 1), ("v", 2))}


def _huge(rng: Generator, size: int) -> Arguments:
    found = _draw(rng, (size + 1,))
    return found | {name: found[name] * 1e8**k for name, k in (("grad", 1), ("m", 1), ("v", 2))}


def _with(found: Arguments) -> Arguments:
    """All of the arguments, the default ones too."""
    return {"lr": 0.001, "beta1": 0.9, "beta2": 0.999, "eps": 1e-8} | found


def _moved(found: Arguments, top: Any, bottom: Any, m: Any, v: Any) -> Three:
    with np.errstate(all="ignore"):
        return found["w"] - _with(found)["lr"] * top / bottom, m, v


def _uncorrected(**found: Any) -> Three:
    _, m, v = adam_step(**found)
    return _moved(found, m, np.sqrt(v) + _with(found)["eps"], m, v)


def _from_zero(**found: Any) -> Three:
    return adam_step(**found | {"t": found["t"] + 1})


def _unsquared(**found: Any) -> Three:
    a, (_, m, _v) = _with(found), adam_step(**found)
    v = a["beta2"] * a["v"] + (1 - a["beta2"]) * a["grad"]
    with np.errstate(all="ignore"):
        root = np.sqrt(v / (1 - a["beta2"] ** a["t"]))
    return _moved(found, m / (1 - a["beta1"] ** a["t"]), root + a["eps"], m, v)


def _eps_inside(**found: Any) -> Three:
    a, (_, m, v) = _with(found), adam_step(**found)
    bottom = np.sqrt(v / (1 - a["beta2"] ** a["t"]) + a["eps"])
    return _moved(found, m / (1 - a["beta1"] ** a["t"]), bottom, m, v)


def _eps_before(**found: Any) -> Three:
    a, (_, m, v) = _with(found), adam_step(**found)
    top = m * np.sqrt(1 - a["beta2"] ** a["t"]) / (1 - a["beta1"] ** a["t"])
    return _moved(found, top, np.sqrt(v) + a["eps"], m, v)


def _keeps_corrected(**found: Any) -> Three:
    a, (w, m, v) = _with(found), adam_step(**found)
    return w, m / (1 - a["beta1"] ** a["t"]), v / (1 - a["beta2"] ** a["t"])


HIDDEN = Hidden(
    Exercise(
        name="adam_step",
        summary="One step of Adam.",
        parameters=(
            Parameter("w", "array of any shape, the weights"),
            Parameter("grad", "array of w's shape, the gradient"),
            Parameter("m", "array of w's shape, the first moment before this step"),
            Parameter("v", "array of w's shape, the second moment before this step; at least 0"),
            Parameter("t", "the number of this step; 1 for the first"),
            Parameter("lr", "the learning rate", "0.001"),
            Parameter("beta1", "the factor that the old first moment keeps", "0.9"),
            Parameter("beta2", "the factor that the old second moment keeps", "0.999"),
            Parameter("eps", "added to the root in the denominator", "1e-08"),
        ),
        returns="the new weights and the new moments, all of w's shape; floats",
        parts=(Part("w"), Part("m"), Part("v")),
        conventions=(
            "The moments that are returned are not corrected; the step uses corrected ones.",
            "eps is added to the root of the corrected second moment, as in the paper and PyTorch.",
            "eps may be as large as 0.3, and gradients as small as 1e-8.",
            "m, v and grad may all be 0 for a weight: it stays.",
            "Integers become float64; there may be no weights.",
            "All arrays come back unchanged.",
        ),
        example=(
            (
                "adam_step(np.ones(1), np.ones(1), np.zeros(1), np.zeros(1), 1, 0.5, 0.5, 0.75)",
                "(array([0.5]), array([0.5]), array([0.25]))",
            ),
        ),
        closeness=Closeness(atol=1e-7),
    ),
    adam_step,
    (
        Family(Category.BASIC, "the first step", _first, 3),
        *basic(_draw),
        Family(Category.BASIC, "the defaults", _defaults),
        *shapes(_draw),
        Family(Category.EDGE, "a large eps", _large_eps),
        Family(Category.EDGE, "a weight that never had a gradient", _untouched),
        Family(Category.EDGE, "no gradient this time", _no_gradient),
        Family(Category.EDGE, "after many steps", _late),
        empty(_draw),
        Family(Category.STABILITY, "gradients near eps", _tiny),
        Family(Category.STABILITY, "huge gradients", _huge),
        *last(_draw),
    ),
    (
        Suspect("the moments are not corrected for their start at 0", _uncorrected),
        Suspect("the correction takes t + 1; the first step has t = 1", _from_zero),
        Suspect("the second moment averages the gradient, not its square", _unsquared),
        Suspect("eps is added under the root", _eps_inside),
        Suspect("eps is added to the root of the uncorrected second moment", _eps_before),
        Suspect("the corrected moments are returned as the state", _keeps_corrected),
    ),
)
