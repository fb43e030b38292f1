"""Maximum likelihood of a normal distribution."""

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
    Found = tuple[Floats, Floats]


def gaussian_mle(x: ArrayLike) -> Found:
    r"""The mean (d,) and the covariance (d, d) that make the samples x (n, d) most likely.

    $$\mu = \frac1n \sum_i x_i, \qquad \Sigma = \frac1n \sum_i (x_i - \mu)(x_i - \mu)^T$$

    Both follow from setting the derivatives of the log-likelihood to 0. The divisor is n: the
    estimate is biased, n - 1 would make it unbiased, but less likely. One sample has the
    covariance 0. Source: Bishop, Pattern Recognition and Machine Learning (2006), section 2.3.4.

    >>> mean, covariance = gaussian_mle([[0.0, 0.0], [2.0, 4.0]])
    >>> mean.tolist(), covariance.tolist()
    ([1.0, 2.0], [[1.0, 2.0], [2.0, 4.0]])
    """
    samples = np.asarray(x, dtype=np.float64)
    mean = samples.mean(axis=0)
    centred = samples - mean
    return mean, centred.T @ centred / len(samples)


def _mixed(rng: Generator, n: int, d: int) -> Floats:
    """Features that hang together."""
    return rng.normal(0, 1, (n, d)) @ rng.normal(0, 1.5, (d, d)) + rng.uniform(-4, 4, d)


def _some(rng: Generator, size: int) -> Arguments:
    return {"x": _mixed(rng, size + 4, 2)}


def _three(rng: Generator, size: int) -> Arguments:
    return {"x": _mixed(rng, 2 * size + 3, 3)}


def _one_feature(rng: Generator, size: int) -> Arguments:
    return {"x": _mixed(rng, size + 2, 1)}


def _wide(rng: Generator, size: int) -> Arguments:
    return {"x": _mixed(rng, 3, size + 4)}


def _square(rng: Generator, size: int) -> Arguments:
    return {"x": _mixed(rng, size + 2, size + 2)}


def _single_precision(rng: Generator, size: int) -> Arguments:
    return drawing.narrow(_some(rng, size))


def _bytes(rng: Generator, size: int) -> Arguments:
    """Whose products do not fit in eight bits."""
    return {"x": rng.integers(0, 256, (size + 3, 2)).astype(np.uint8)}


def _integers(rng: Generator, size: int) -> Arguments:
    return {"x": drawing.whole(rng, size + 3, 2)}


def _one_sample(rng: Generator, size: int) -> Arguments:
    return {"x": _mixed(rng, 1, size + 1)}


def _constant_feature(rng: Generator, size: int) -> Arguments:
    x = _mixed(rng, size + 3, 3)
    x[:, 1] = rng.integers(1, 9)
    return {"x": x}


def _far_from_zero(rng: Generator, size: int) -> Arguments:
    return {"x": _mixed(rng, size + 4, 2) + 1e6 * rng.choice([-2, 2, 3])}


def _many(rng: Generator, size: int) -> Arguments:
    return {"x": _mixed(rng, 500 * size, 8)}


def _unbiased(x: NDArray[Any]) -> Found:
    mean, covariance = gaussian_mle(x)
    return mean, covariance * len(x) / max(len(x) - 1, 1)


def _scatter(x: NDArray[Any]) -> Found:
    mean, covariance = gaussian_mle(x)
    return mean, covariance * len(x)


def _second_moment(x: NDArray[Any]) -> Found:
    mean, covariance = gaussian_mle(x)
    return mean, covariance + np.outer(mean, mean)


def _independent(x: NDArray[Any]) -> Found:
    mean, covariance = gaussian_mle(x)
    return mean, covariance * np.eye(len(mean))


def _of_rows(x: NDArray[Any]) -> Found:
    return gaussian_mle(x)[0], gaussian_mle(x.T)[1]


HIDDEN = Hidden(
    Exercise(
        name="gaussian_mle",
        summary="Mean and covariance of the normal distribution that fits samples best.",
        parameters=(Parameter("x", "(n, d) array of n samples, a row each, n at least 1"),),
        returns="the mean (d,) and the covariance matrix (d, d), floats",
        parts=(Part("mean"), Part("covariance")),
        conventions=(
            "Best is what makes the samples most likely: the covariance divides by n, not n - 1.",
            "For one feature the covariance is still a (1, 1) array; for one sample it is 0.",
            "Values may lie far from 0 compared with their spread.",
            "x may hold integers of any type, and comes back unchanged.",
        ),
        example=(
            (
                "gaussian_mle(np.array([[0.0, 0.0], [2.0, 4.0]]))",
                "(array([1., 2.]), array([[1., 2.],\n       [2., 4.]]))",
            ),
        ),
    ),
    gaussian_mle,
    (
        Family(Category.BASIC, "two features", _some, 4),
        Family(Category.BASIC, "three features", _three, 4),
        Family(Category.SHAPE, "one feature", _one_feature),
        Family(Category.SHAPE, "more features than samples", _wide),
        Family(Category.SHAPE, "as many features as samples", _square),
        Family(Category.DTYPE, "float32", _single_precision),
        Family(Category.DTYPE, "uint8", _bytes),
        Family(Category.DTYPE, "integers", _integers),
        Family(Category.EDGE, "one sample", _one_sample),
        Family(Category.EDGE, "a constant feature", _constant_feature),
        Family(Category.STABILITY, "far from 0", _far_from_zero),
        Family(Category.ALIASING, "the input stays as it was", _some),
        Family(Category.LARGE, "thousands of samples", _many, 1),
    ),
    (
        Suspect("divided by n - 1: unbiased, but not the most likely", _unbiased),
        Suspect("the products are added up, but not divided by n", _scatter),
        Suspect("the mean is not subtracted: this is the second moment", _second_moment),
        Suspect("only the variances; features may hang together", _independent),
        Suspect("the covariance of the samples (rows) instead of the features", _of_rows),
    ),
)
