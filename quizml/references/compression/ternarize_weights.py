"""Ternary weights: -1, 0 and 1, with one scale."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from quizml.model.exercises import Category, Exercise, Parameter, Part, Returns
from quizml.references.compression._draw import distinct
from quizml.references.hidden import Arguments, Family, Hidden, Suspect
from quizml.references.optimizers._draw import basic, empty, last, shapes

if TYPE_CHECKING:
    from numpy.random import Generator
    from numpy.typing import ArrayLike, NDArray

    Two = tuple[NDArray[np.int64], float]


def ternarize_weights(w: ArrayLike, factor: float = 0.7) -> Two:
    r"""The codes -1, 0 and 1, integers of w's shape, and the scale alpha that multiplies them.

    With $\Delta = f \cdot \mathrm{mean}(|w|)$ the code is 0 where $|w| \le \Delta$ and the sign
    of w elsewhere; $\alpha$ is the mean of those $|w|$ that are greater than $\Delta$, or 0 if
    none is. f, the factor, is at least 0. No weights, no codes and alpha 0.
    Source: Li et al. 2016, Ternary Weight Networks, arXiv:1605.04711.

    >>> codes, alpha = ternarize_weights([1.0, -0.5, 0.25, -2.0])
    >>> codes.tolist(), alpha
    ([1, 0, 0, -1], 1.5)
    """
    w = np.asarray(w, dtype=np.float64)
    sizes = np.abs(w)
    large = sizes > factor * (sizes.mean() if w.size else 0.0)
    alpha = float(sizes[large].mean()) if large.any() else 0.0
    return np.where(large, np.sign(w), 0).astype(np.int64), alpha


def _draw(rng: Generator, shape: tuple[int, ...], whole: bool = False) -> Arguments:
    return {"w": distinct(rng, shape, whole)}


def _other_factor(rng: Generator, size: int) -> Arguments:
    return _draw(rng, (size + 1, 4)) | {"factor": float(rng.choice([0.3, 0.5, 1.1, 1.3]))}


def _all_equal(rng: Generator, size: int) -> Arguments:
    return {"w": float(rng.integers(1, 9)) / 4 * rng.choice([-1.0, 1.0], (size, 3))}


def _zeros(rng: Generator, size: int) -> Arguments:  # noqa: ARG001
    return {"w": np.zeros((size, 3))}


def _none_large(rng: Generator, size: int) -> Arguments:
    return {"w": rng.uniform(0.8, 1.2, (size, 3)), "factor": 2.0}


def _sparse(rng: Generator, size: int) -> Arguments:
    """With a factor of 0 all stay but the weights that are 0."""
    found = _draw(rng, (size + 1, 4))
    found["w"][:, rng.integers(4)] = 0.0
    return found | {"factor": 0.0}


def _fair(arguments: Arguments) -> bool:
    sizes = np.abs(np.asarray(arguments["w"], dtype=np.float64))
    delta = arguments.get("factor", 0.7) * (sizes.mean() if sizes.size else 0.0)
    return delta == 0 or not np.any(np.abs(sizes - delta) < 1e-5 * delta)


def _scale_of_all(w: Any, factor: float = 0.7) -> Two:
    return ternarize_weights(w, factor)[0], float(np.abs(w).sum()) / max(w.size, 1)


def _mean_with_zeros(w: Any, factor: float = 0.7) -> Two:
    codes, alpha = ternarize_weights(w, factor)
    return codes, alpha * int(np.abs(codes).sum()) / max(codes.size, 1)


def _above(w: Any, delta: float) -> Two:
    large = np.abs(w) > delta
    alpha = float(np.abs(w[large]).mean()) if large.any() else 0.0
    return np.where(large, np.sign(w), 0).astype(np.int64), alpha


def _signed_mean(w: Any, factor: float = 0.7) -> Two:
    return _above(w, factor * abs(float(w.sum())) / max(w.size, 1))


def _of_the_maximum(w: Any, factor: float = 0.7) -> Two:
    return _above(w, factor * float(np.abs(w).max(initial=0)))


def _usual_factor(w: Any, factor: float = 0.7) -> Two:  # noqa: ARG001
    return ternarize_weights(w)


HIDDEN = Hidden(
    Exercise(
        name="ternarize_weights",
        summary="Ternary weights: codes -1, 0 and 1 and one scale, as in Ternary Weight Networks.",
        parameters=(
            Parameter("w", "array of any shape, the weights"),
            Parameter("factor", "the threshold as a multiple of the mean |w|, at least 0", "0.7"),
        ),
        returns="(codes, alpha): integers -1, 0 or 1 of w's shape, and a float",
        parts=(Part("codes", Returns.INTEGER), Part("alpha")),
        conventions=(
            "The threshold is factor times the mean absolute value of all weights.",
            "|w| must be greater than the threshold for a code other than 0.",
            "alpha is the mean |w| of the weights whose code is not 0; 0 if there are none.",
            "w may be empty (alpha 0) or hold integers, and comes back unchanged.",
        ),
        example=(
            (
                "ternarize_weights(np.array([1., -0.5, 0.25, -2.]))",
                "(array([ 1,  0,  0, -1]), 1.5)",
            ),
        ),
    ),
    ternarize_weights,
    (
        *basic(_draw),
        Family(Category.BASIC, "another factor", _other_factor, 3),
        *shapes(_draw),
        Family(Category.EDGE, "all of one magnitude", _all_equal),
        Family(Category.EDGE, "nothing but 0", _zeros, 1),
        Family(Category.EDGE, "no weight above the threshold", _none_large),
        Family(Category.EDGE, "a factor of 0 and weights of 0", _sparse),
        empty(_draw),
        *last(_draw),
    ),
    (
        Suspect("alpha is the mean over all weights, as for binary ones", _scale_of_all),
        Suspect("alpha's sum is divided by the number of all weights", _mean_with_zeros),
        Suspect("the threshold uses the mean of w instead of |w|", _signed_mean),
        Suspect("the threshold is a share of the largest |w| instead of the mean", _of_the_maximum),
        Suspect("the argument `factor` is ignored", _usual_factor),
    ),
    fair=_fair,
)
