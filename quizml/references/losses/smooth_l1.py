"""Smooth L1 loss."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from quizml.model.exercises import Category, Exercise, Parameter
from quizml.references.hidden import Arguments, Family, Hidden, Suspect

if TYPE_CHECKING:
    from numpy.random import Generator
    from numpy.typing import ArrayLike, NDArray

    Floats = NDArray[np.float64]


def smooth_l1(
    pred: ArrayLike, target: ArrayLike, beta: float = 1.0, reduction: str = "mean"
) -> Floats:
    r"""Loss $x^2 / (2\beta)$ where $|x| < \beta$, else $|x| - \beta/2$, of x = pred - target.

    pred and target have the same shape. With c = min(|x|, beta) both pieces are
    c (|x| - c/2) / beta; value and slope agree where they meet. Far away the slope is 1,
    whatever beta is: the Huber loss is beta times this. beta 0 leaves |x|.
    Source: Girshick 2015, arXiv:1504.08083, equation 3; PyTorch, SmoothL1Loss, for beta.

    >>> smooth_l1([0.5, 1.0, 3.0], [0.0, 0.0, 0.0], reduction="none").tolist()
    [0.125, 0.5, 2.5]
    """
    far = np.abs(np.asarray(pred, dtype=np.float64) - np.asarray(target, dtype=np.float64))
    near = np.minimum(far, beta)
    losses = near * (far - 0.5 * near) / beta if beta > 0 else far
    if reduction == "none":
        return np.asarray(losses)
    return np.asarray(losses.mean() if reduction == "mean" else losses.sum())


def _pairs(rng: Generator, *shape: int, spread: float = 1.5) -> Arguments:
    target = rng.normal(0, 3, shape)
    return {"pred": target + rng.normal(0, spread, shape), "target": target}


def _mean(rng: Generator, size: int) -> Arguments:
    return _pairs(rng, size + 2)


def _each(rng: Generator, size: int) -> Arguments:
    """Residuals on either side of 1, and of either sign."""
    drawn = _pairs(rng, size + 3)
    residuals = rng.uniform([0.1, 1.2, -0.9, -4.0], [0.9, 4.0, -0.1, -1.2])
    drawn["pred"][:4] = drawn["target"][:4] + residuals
    return drawn | {"reduction": "none"}


def _sum(rng: Generator, size: int) -> Arguments:
    return _pairs(rng, size + 2) | {"reduction": "sum"}


def _other_beta(rng: Generator, size: int) -> Arguments:
    reduction = str(rng.choice(["mean", "none"]))
    return _pairs(rng, size + 3) | {
        "beta": float(rng.choice([1 / 9, 0.5, 2.0, 4.0])),
        "reduction": reduction,
    }


def _boxes(rng: Generator, size: int) -> Arguments:
    return _pairs(rng, size + 1, 4)


def _block(rng: Generator, size: int) -> Arguments:
    return _pairs(rng, 2, size, 3) | {"reduction": "none"}


def _single_precision(rng: Generator, size: int) -> Arguments:
    return {name: value.astype(np.float32) for name, value in _boxes(rng, size).items()}


def _integers(rng: Generator, size: int) -> Arguments:
    return {name: rng.integers(-4, 5, size + 2) for name in ("pred", "target")} | {"beta": 2.0}


def _pixels(rng: Generator, size: int) -> Arguments:
    """Unsigned: a negative difference wraps around."""
    pixels = np.sort(rng.integers(0, 256, (2, size + 2)), axis=0).astype(np.uint8)
    return {"pred": pixels[0], "target": pixels[1], "beta": 10.0}


def _no_beta(rng: Generator, size: int) -> Arguments:
    drawn = _pairs(rng, size + 2)
    drawn["pred"][0] = drawn["target"][0]
    return drawn | {"beta": 0.0, "reduction": str(rng.choice(["mean", "none"]))}


def _exactly_beta(rng: Generator, size: int) -> Arguments:
    beta = float(rng.choice([0.5, 2.0]))
    target = rng.integers(-8, 9, size + 2) / 4
    sides = rng.choice([-beta, beta], size + 2)
    return {"pred": target + sides, "target": target, "beta": beta, "reduction": "none"}


def _some_exact(rng: Generator, size: int) -> Arguments:
    drawn = _each(rng, size)
    drawn["pred"][::3] = drawn["target"][::3]
    return drawn


def _one_number(rng: Generator, size: int) -> Arguments:  # noqa: ARG001
    return _pairs(rng, 1)


def _within_beta(rng: Generator, size: int) -> Arguments:
    return _pairs(rng, size + 2, spread=0.1) | {"beta": 3.0}


def _enormous(rng: Generator, size: int) -> Arguments:
    """The square of such a residual overflows."""
    drawn = _pairs(rng, size + 2)
    return {name: value * 1e200 for name, value in drawn.items()}


def _many(rng: Generator, size: int) -> Arguments:
    return _pairs(rng, 5_000 * size, 4)


def _reduce(losses: Floats, reduction: str) -> Floats:
    return np.asarray({"none": losses, "mean": losses.mean(), "sum": losses.sum()}[reduction])


def _huber(pred: Any, target: Any, beta: float = 1.0, reduction: str = "mean") -> Floats:
    return np.asarray(beta * smooth_l1(pred, target, beta, reduction))


def _beta_one(
    pred: Any,
    target: Any,
    beta: float = 1.0,  # noqa: ARG001
    reduction: str = "mean",
) -> Floats:
    return smooth_l1(pred, target, 1.0, reduction)


def _jump(pred: Any, target: Any, beta: float = 1.0, reduction: str = "mean") -> Floats:
    far = np.abs(np.subtract(pred, target, dtype=np.float64))
    return _reduce(np.where(far < beta, 0.5 * far**2 / beta, far), reduction)


def _no_half(pred: Any, target: Any, beta: float = 1.0, reduction: str = "mean") -> Floats:
    far = np.abs(np.subtract(pred, target, dtype=np.float64))
    return _reduce(np.where(far < beta, far**2 / beta, far - 0.5 * beta), reduction)


def _half_fixed(pred: Any, target: Any, beta: float = 1.0, reduction: str = "mean") -> Floats:
    far = np.abs(np.subtract(pred, target, dtype=np.float64))
    return _reduce(np.where(far < beta, 0.5 * far**2, far - 0.5), reduction)


def _signed(pred: Any, target: Any, beta: float = 1.0, reduction: str = "mean") -> Floats:
    x = np.subtract(pred, target, dtype=np.float64)
    return _reduce(np.where(x < beta, 0.5 * x**2 / beta, x - 0.5 * beta), reduction)


def _wrapped(pred: Any, target: Any, beta: float = 1.0, reduction: str = "mean") -> Floats:
    return smooth_l1(pred - target, np.zeros(pred.shape), beta, reduction)


def _always_mean(pred: Any, target: Any, beta: float = 1.0, **_: str) -> Floats:
    return smooth_l1(pred, target, beta)


HIDDEN = Hidden(
    Exercise(
        name="smooth_l1",
        summary="Smooth L1 loss: quadratic near 0, linear beyond.",
        parameters=(
            Parameter("pred", "array of any shape, floats or integers"),
            Parameter("target", "array of the same shape"),
            Parameter("beta", "where the pieces meet, at least 0", "1.0"),
            Parameter("reduction", "'mean' or 'sum' over all entries, or 'none'", "'mean'"),
        ),
        returns="one float; for reduction 'none' an array of the shape of pred",
        conventions=(
            "With x = pred - target a loss is 0.5 * x**2 / beta where |x| < beta.",
            "Elsewhere it is |x| - 0.5 * beta; beta = 0 gives |x| everywhere.",
            "pred and target may be integers, unsigned ones too (pixels): 3 - 5 is -2.",
            "pred and target come back unchanged.",
        ),
        example=(
            (
                "smooth_l1(np.array([0.5, -3.0]), np.zeros(2), reduction='none')",
                "array([0.125, 2.5  ])",
            ),
        ),
    ),
    smooth_l1,
    (
        Family(Category.BASIC, "each loss by itself", _each, 3),
        Family(Category.BASIC, "the mean", _mean),
        Family(Category.BASIC, "the sum", _sum),
        Family(Category.BASIC, "another beta", _other_beta, 4),
        Family(Category.SHAPE, "offsets of boxes", _boxes),
        Family(Category.SHAPE, "three dimensions, not reduced", _block),
        Family(Category.DTYPE, "float32", _single_precision),
        Family(Category.DTYPE, "integers", _integers),
        Family(Category.DTYPE, "pixels of 8 bits", _pixels, 1),
        Family(Category.EDGE, "beta 0", _no_beta),
        Family(Category.EDGE, "residuals of exactly beta", _exactly_beta),
        Family(Category.EDGE, "some predictions exact", _some_exact),
        Family(Category.EDGE, "one number", _one_number, 1),
        Family(Category.EDGE, "all within beta", _within_beta, 1),
        Family(Category.STABILITY, "enormous residuals", _enormous, 1),
        Family(Category.ALIASING, "the inputs stay as they were", _boxes),
        Family(Category.LARGE, "thousands of boxes", _many, 1),
    ),
    (
        Suspect("this is the Huber loss, beta times as large", _huber),
        Suspect("the argument `beta` is ignored", _beta_one),
        Suspect("0.5 * beta is not subtracted in the linear part: a jump at beta", _jump),
        Suspect("the factor 0.5 of the quadratic part is missing", _no_half),
        Suspect("both pieces are those of beta = 1", _half_fixed),
        Suspect("the sign of the residual is kept; |x| is meant", _signed),
        Suspect("the difference of unsigned integers wraps around", _wrapped),
        Suspect("the argument `reduction` is ignored", _always_mean),
    ),
)
