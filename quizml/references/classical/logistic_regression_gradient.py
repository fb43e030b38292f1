"""Log loss of logistic regression, and its gradient."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from quizml.model.exercises import Category, Exercise, Parameter, Part
from quizml.references.classical import _draw as drawing
from quizml.references.hidden import Arguments, Family, Hidden, Suspect

if TYPE_CHECKING:
    from numpy.random import Generator
    from numpy.typing import ArrayLike, NDArray

    Floats = NDArray[np.float64]
    Found = tuple[float, Floats, float]


def logistic_regression_gradient(
    x: ArrayLike, y: ArrayLike, w: ArrayLike, b: float = 0.0, l2: float = 0.0
) -> Found:
    r"""The loss, its gradient on the weights w (d,), and its slope on the bias b.

    With logits $z = x w + b$ of the samples x (n, d) and labels y (n,) of 0 or 1, the loss is
    the mean of $-y \log\sigma(z) - (1-y) \log(1-\sigma(z))$ plus $\frac{l2}{2} \|w\|^2$; the
    bias is not penalised. A term equals $\max(z, 0) - zy + \log(1 + e^{-|z|})$, in which nothing
    overflows. Its slope on z is $\sigma(z) - y$, so $dw = x^T(\sigma(z) - y)/n + l2 \, w$ and
    db is the mean of $\sigma(z) - y$. Source: Bishop, Pattern Recognition and Machine Learning
    (2006), section 4.3.2.

    >>> loss, dw, db = logistic_regression_gradient([[2.0], [4.0]], [1, 0], [0.0])
    >>> round(loss, 4), dw.tolist(), db
    (0.6931, [0.5], 0.0)
    """
    samples, labels, weights = (np.asarray(given, dtype=np.float64) for given in (x, y, w))
    z = samples @ weights + b
    small = np.exp(-np.abs(z))
    losses = np.maximum(z, 0) - z * labels + np.log1p(small)
    off = np.where(z >= 0, 1.0, small) / (1 + small) - labels
    loss = losses.mean() + l2 / 2 * (weights @ weights)
    return float(loss), samples.T @ off / len(off) + l2 * weights, float(off.mean())


def _problem(rng: Generator, n: int, d: int) -> Arguments:
    """Labels of which some do not fit, so that no slope vanishes."""
    x, w = rng.normal(0.5, 1, (n, d)), rng.normal(0, 1, d)
    y = (rng.random(n) < 0.5).astype(np.int64)
    y[0] = 1 - (x[0] @ w > 0)
    return {"x": x, "y": y, "w": w, "b": float(rng.uniform(0.2, 1) * rng.choice([-1, 1]))}


def _some(rng: Generator, size: int) -> Arguments:
    return _problem(rng, size + 2, 3)


def _no_bias(rng: Generator, size: int) -> Arguments:
    found = _problem(rng, size + 3, 2)
    del found["b"]
    return found


def _penalised(rng: Generator, size: int) -> Arguments:
    return _problem(rng, size + 3, 3) | {"l2": float(rng.uniform(0.2, 2))}


def _wide(rng: Generator, size: int) -> Arguments:
    return _problem(rng, 2, size + 4)


def _one_feature(rng: Generator, size: int) -> Arguments:
    return _problem(rng, size + 2, 1)


def _single_precision(rng: Generator, size: int) -> Arguments:
    return drawing.narrow(_some(rng, size))


def _bytes(rng: Generator, size: int) -> Arguments:
    """Labels and features in uint8, whose negatives wrap around."""
    found = _some(rng, size)
    return found | {
        "x": rng.integers(1, 9, found["x"].shape).astype(np.uint8),
        "y": found["y"].astype(np.uint8),
        "w": found["w"] / 5,
    }


def _truth_values(rng: Generator, size: int) -> Arguments:
    found = _some(rng, size)
    return found | {"y": found["y"] == 1}


def _one_sample(rng: Generator, size: int) -> Arguments:
    return _problem(rng, 1, size + 1)


def _zero_weights(rng: Generator, size: int) -> Arguments:
    found = _some(rng, size)
    return found | {"w": np.zeros(3), "b": 0.0}


def _one_label(rng: Generator, size: int) -> Arguments:
    found = _some(rng, size)
    return found | {"y": np.full(size + 2, rng.integers(0, 2))}


def _huge(rng: Generator, size: int) -> Arguments:
    """Confident and wrong: the probability of the label is rounded to 0."""
    found = _problem(rng, size + 3, 2)
    sign = float(rng.choice([-1, 1]))
    x = np.abs(found["x"]) + 0.5
    return found | {"x": x, "w": sign * rng.uniform(900, 1500, 2), "y": np.arange(size + 3) % 2}


def _many(rng: Generator, size: int) -> Arguments:
    return _problem(rng, 500 * size, 12) | {"l2": 0.1}


def _all(x: NDArray[Any], w: NDArray[Any], **rest: Any) -> tuple[Floats, Floats, Floats, float]:
    """Probabilities, labels and weights, and the factor of the penalty."""
    z = np.asarray(x, dtype=np.float64) @ w + rest.get("b", 0.0)
    odds = np.exp(-np.abs(z))
    p = np.where(z >= 0, 1, odds) / (1 + odds)
    return p, np.asarray(rest["y"], dtype=np.float64), np.asarray(w), float(rest.get("l2", 0.0))


def _summed(**given: Any) -> Found:
    loss, dw, db = logistic_regression_gradient(**given | {"l2": 0.0})
    n, w, l2 = len(given["y"]), np.asarray(given["w"]), given.get("l2", 0.0)
    return n * loss + l2 / 2 * float(w @ w), n * dw + l2 * w, n * db


def _opposite(**given: Any) -> Found:
    loss, dw, db = logistic_regression_gradient(**given)
    return loss, -dw, -db


def _squared_error_slope(**given: Any) -> Found:
    p, y, w, l2 = _all(**given)
    off = (p - y) * p * (1 - p)
    loss = logistic_regression_gradient(**given)[0]
    return loss, given["x"].T @ off / len(y) + l2 * w, float(off.mean())


def _double_penalty(**given: Any) -> Found:
    loss, dw, db = logistic_regression_gradient(**given)
    w, l2 = np.asarray(given["w"]), given.get("l2", 0.0)
    return loss + l2 / 2 * float(w @ w), dw + l2 * w, db


def _penalised_bias(**given: Any) -> Found:
    loss, dw, db = logistic_regression_gradient(**given)
    b, l2 = given.get("b", 0.0), given.get("l2", 0.0)
    return loss + l2 / 2 * b**2, dw, db + l2 * b


HIDDEN = Hidden(
    Exercise(
        name="logistic_regression_gradient",
        summary="Loss and gradient of logistic regression on a batch.",
        parameters=(
            Parameter("x", "(n, d) array of n samples, a row each"),
            Parameter("y", "(n,) array of labels, 0 or 1 (or False and True)"),
            Parameter("w", "(d,) array of weights"),
            Parameter("b", "the bias, a number", "0.0"),
            Parameter("l2", "the strength of the penalty on the weights, 0 or more", "0.0"),
        ),
        returns="the loss (a number), its gradient on w (d,), its slope on b (a number)",
        parts=(Part("loss"), Part("dw"), Part("db")),
        conventions=(
            "The loss is the mean log loss of the samples (natural logarithm) + l2/2 * |w|^2.",
            "The bias is not penalised.",
            "Logits x w + b may be as large as 10,000 either way; the loss stays finite.",
            "x, y and w may hold integers of any type, and come back unchanged.",
        ),
        example=(
            (
                "logistic_regression_gradient(np.array([[2.0]]), np.array([1]), np.array([0.0]))",
                "(0.6931471805599453, array([-1.]), -0.5)",
            ),
        ),
    ),
    logistic_regression_gradient,
    (
        Family(Category.BASIC, "a few samples", _some, 4),
        Family(Category.BASIC, "without a bias", _no_bias),
        Family(Category.BASIC, "with a penalty", _penalised, 3),
        Family(Category.SHAPE, "more features than samples", _wide),
        Family(Category.SHAPE, "one feature", _one_feature),
        Family(Category.DTYPE, "float32", _single_precision),
        Family(Category.DTYPE, "uint8", _bytes),
        Family(Category.DTYPE, "labels True and False", _truth_values),
        Family(Category.EDGE, "one sample", _one_sample),
        Family(Category.EDGE, "weights of 0", _zero_weights, 1),
        Family(Category.EDGE, "only one label", _one_label),
        Family(Category.STABILITY, "huge logits", _huge, 3),
        Family(Category.ALIASING, "the inputs stay as they were", _penalised),
        Family(Category.LARGE, "thousands of samples", _many, 1),
    ),
    (
        Suspect("summed over the samples; here it is their mean", _summed),
        Suspect("the gradient has the opposite sign: y - p instead of p - y", _opposite),
        Suspect("an extra factor p(1 - p), as of the squared error", _squared_error_slope),
        Suspect("the penalty is l2 * |w|^2 here; it has to be half of that", _double_penalty),
        Suspect("the bias is penalised too", _penalised_bias),
    ),
)
