"""Ridge regression in closed form."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from quizml.model.exercises import Category, Closeness, Exercise, Parameter, Part
from quizml.references.classical import _draw as drawing
from quizml.references.hidden import Arguments, Family, Hidden, Suspect

if TYPE_CHECKING:
    from numpy.random import Generator
    from numpy.typing import ArrayLike, NDArray

    Floats = NDArray[np.float64]
    Found = tuple[Floats, float]


def ridge_regression(
    x: ArrayLike, y: ArrayLike, alpha: float = 1.0, fit_intercept: bool = True
) -> Found:
    r"""The weights w (d,) and the intercept b that make the penalised squared error least.

    The error is $\|y - Xw - b\|^2 + \alpha \|w\|^2$ with $\alpha > 0$, samples X (n, d) and
    targets y (n,); b is not penalised. With X and y centred, b drops out and
    $w = (X^T X + \alpha I)^{-1} X^T y$, which always exists; then b = mean(y) - mean(X) w.
    Without an intercept nothing is centred, and b = 0. Source: Hoerl & Kennard 1970,
    doi:10.1080/00401706.1970.10488634; scikit-learn's Ridge.

    >>> w, b = ridge_regression([[-1.0], [1.0]], [0.0, 4.0], alpha=2.0)
    >>> w.tolist(), b
    ([1.0], 2.0)
    """
    samples, targets = np.asarray(x, dtype=np.float64), np.asarray(y, dtype=np.float64)
    mean_x = samples.mean(axis=0) if fit_intercept else np.zeros(samples.shape[1])
    mean_y = targets.mean() if fit_intercept else 0.0
    centred = samples - mean_x
    gram = centred.T @ centred + alpha * np.eye(samples.shape[1])
    w = np.linalg.solve(gram, centred.T @ (targets - mean_y))
    return w, float(mean_y - mean_x @ w)


def _problem(rng: Generator, n: int, d: int) -> Arguments:
    x = rng.normal(rng.uniform(-2, 2, d), rng.uniform(0.5, 2, d), (n, d))
    y = x @ rng.normal(0, 2, d) + rng.uniform(2, 5) * rng.choice([-1, 1]) + rng.normal(0, 0.5, n)
    return {"x": x, "y": y}


def _some(rng: Generator, size: int) -> Arguments:
    return _problem(rng, 2 * size + 3, 2)


def _strengths(rng: Generator, size: int) -> Arguments:
    return _problem(rng, 2 * size + 3, 3) | {"alpha": float(rng.choice([0.1, 0.5, 5.0, 20.0]))}


def _no_intercept(rng: Generator, size: int) -> Arguments:
    return _strengths(rng, size) | {"fit_intercept": False}


def _wide(rng: Generator, size: int) -> Arguments:
    return _problem(rng, size + 2, size + 5) | {"alpha": 0.3}


def _one_feature(rng: Generator, size: int) -> Arguments:
    return _problem(rng, size + 2, 1)


def _single_precision(rng: Generator, size: int) -> Arguments:
    return drawing.narrow(_some(rng, size))


def _integers(rng: Generator, size: int) -> Arguments:
    return {"x": drawing.whole(rng, size + 3, 2), "y": rng.integers(-20, 20, size + 3)}


def _twins(rng: Generator, size: int) -> Arguments:
    """Two columns alike: X^T X has no inverse, the penalised one does."""
    found = _strengths(rng, size)
    found["x"][:, 2] = found["x"][:, 0]
    return found


def _constant_feature(rng: Generator, size: int) -> Arguments:
    """A column that the intercept replaces: its weight is 0."""
    found = _strengths(rng, size)
    found["x"][:, 1] = 2.0
    return found


def _one_sample(rng: Generator, size: int) -> Arguments:
    return _problem(rng, 1, size + 1) | {"fit_intercept": False}


def _tiny_features(rng: Generator, size: int) -> Arguments:
    found = _problem(rng, 2 * size + 3, 2)
    return found | {"x": found["x"] * 1e-4, "alpha": 1e-8}


def _many(rng: Generator, size: int) -> Arguments:
    return _problem(rng, 250 * size, 12)


def _penalised_intercept(
    x: Floats, y: Floats, alpha: float = 1.0, fit_intercept: bool = True
) -> Found:
    if not fit_intercept:
        return ridge_regression(x, y, alpha, fit_intercept)
    wide = np.hstack([x, np.ones((len(x), 1))])
    found = ridge_regression(wide, y, alpha, False)[0]
    return found[:-1], float(found[-1])


def _never_intercept(
    x: Floats,
    y: Floats,
    alpha: float = 1.0,
    fit_intercept: bool = True,  # noqa: ARG001
) -> Found:
    return ridge_regression(x, y, alpha, False)


def _always_intercept(
    x: Floats,
    y: Floats,
    alpha: float = 1.0,
    fit_intercept: bool = True,  # noqa: ARG001
) -> Found:
    return ridge_regression(x, y, alpha)


def _mean_error(x: Floats, y: Floats, alpha: float = 1.0, fit_intercept: bool = True) -> Found:
    return ridge_regression(x, y, alpha * len(y), fit_intercept)


def _squared_alpha(x: Floats, y: Floats, alpha: float = 1.0, fit_intercept: bool = True) -> Found:
    return ridge_regression(x, y, alpha**2, fit_intercept)


def _no_penalty(x: Floats, y: Floats, alpha: float = 1.0, fit_intercept: bool = True) -> Found:
    return ridge_regression(x, y, 1e-12 * alpha, fit_intercept)


HIDDEN = Hidden(
    Exercise(
        name="ridge_regression",
        summary="Least squares with a penalty on the squared weights, in closed form.",
        parameters=(
            Parameter("x", "(n, d) array of n samples, a row each"),
            Parameter("y", "(n,) array of targets"),
            Parameter("alpha", "the strength of the penalty, above 0", "1.0"),
            Parameter("fit_intercept", "whether there is an intercept; if not, b = 0", "True"),
        ),
        returns="the weights (d,) and the intercept, a number",
        parts=(Part("w"), Part("b")),
        conventions=(
            "Least is |y - Xw - b|^2 + alpha * |w|^2: a sum over the samples, not a mean.",
            "The intercept b is not penalised.",
            "There may be fewer samples than features, and columns that are alike or constant.",
            "Work in float64, whatever the inputs hold; they come back unchanged.",
        ),
        example=(
            (
                "ridge_regression(np.array([[-1.0], [1.0]]), np.array([0.0, 4.0]), alpha=2.0)",
                "(array([1.]), 2.0)",
            ),
        ),
        closeness=Closeness(1e-6, 1e-7),
    ),
    ridge_regression,
    (
        Family(Category.BASIC, "two features", _some, 3),
        Family(Category.BASIC, "other strengths", _strengths, 4),
        Family(Category.BASIC, "without an intercept", _no_intercept, 3),
        Family(Category.SHAPE, "more features than samples", _wide),
        Family(Category.SHAPE, "one feature", _one_feature),
        Family(Category.DTYPE, "float32", _single_precision),
        Family(Category.DTYPE, "integers", _integers),
        Family(Category.EDGE, "two columns alike", _twins),
        Family(Category.EDGE, "a constant column", _constant_feature),
        Family(Category.EDGE, "one sample", _one_sample),
        Family(Category.STABILITY, "tiny features", _tiny_features),
        Family(Category.ALIASING, "the inputs stay as they were", _some),
        Family(Category.LARGE, "a thousand samples", _many, 1),
    ),
    (
        Suspect("the intercept is penalised too", _penalised_intercept),
        Suspect("there is no intercept where one is asked for", _never_intercept),
        Suspect("the argument `fit_intercept` is ignored", _always_intercept),
        Suspect("the penalty belongs to the mean error here (alpha times n)", _mean_error),
        Suspect("alpha squared in place of alpha", _squared_alpha),
        Suspect("plain least squares: there is no penalty", _no_penalty),
    ),
)
