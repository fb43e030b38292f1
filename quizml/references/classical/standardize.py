"""Standardisation (z-score) of features."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from quizml.model.exercises import Category, Closeness, Exercise, Parameter, Part
from quizml.references.classical import _draw as drawing
from quizml.references.hidden import Arguments, Family, Hidden, Suspect

if TYPE_CHECKING:
    from numpy.random import Generator
    from numpy.typing import ArrayLike, NDArray

    Floats = NDArray[np.float64]
    Pair = tuple[Floats, Floats]


def standardize(x_train: ArrayLike, x_test: ArrayLike) -> Pair:
    r"""Both sets with each feature shifted and scaled: $z = (x - \mu) / \sigma$.

    x_train (n, d) with n at least 1, x_test (m, d). Mean and deviation of each column come from
    x_train alone, and serve for x_test too: what is tested must not leak into what is learnt.
    $\sigma^2 = \frac1n \sum (x - \mu)^2$, with n and not n - 1. A feature that is constant in
    x_train is shifted only; whether it is constant is seen from its entries, for the rounded
    deviation of equal numbers need not be 0. Source: scikit-learn's StandardScaler.

    >>> train, test = standardize([[1.0, 5.0], [3.0, 5.0]], [[4.0, 6.0]])
    >>> train.tolist(), test.tolist()
    ([[-1.0, 0.0], [1.0, 0.0]], [[2.0, 1.0]])
    """
    train, test = np.asarray(x_train, dtype=np.float64), np.asarray(x_test, dtype=np.float64)
    constant = train.max(axis=0) == train.min(axis=0)
    mean = np.where(constant, train[0], train.mean(axis=0))
    deviation = np.where(constant, 1.0, train.std(axis=0))
    return (train - mean) / deviation, (test - mean) / deviation


def _some(rng: Generator, size: int) -> Arguments:
    both = drawing.samples(rng, 2 * size + 3, 3)
    return {"x_train": both[: size + 3], "x_test": both[size + 3 :] + rng.uniform(0.5, 2)}


def _wide(rng: Generator, size: int) -> Arguments:
    both = drawing.samples(rng, size + 4, 2 * size + 2)
    return {"x_train": both[:3], "x_test": both[3:]}


def _one_feature(rng: Generator, size: int) -> Arguments:
    both = drawing.samples(rng, size + 5, 1)
    return {"x_train": both[:4], "x_test": both[4:]}


def _single_precision(rng: Generator, size: int) -> Arguments:
    return drawing.narrow(_some(rng, size))


def _integers(rng: Generator, size: int) -> Arguments:
    return {"x_train": drawing.whole(rng, size + 2, 3), "x_test": drawing.whole(rng, size + 1, 3)}


def _bytes(rng: Generator, size: int) -> Arguments:
    """Differences below 0 wrap around in uint8."""
    train = rng.integers(60, 256, (size + 3, 2)).astype(np.uint8)
    train[0] = 50
    return {"x_train": train, "x_test": rng.integers(0, 50, (size, 2)).astype(np.uint8)}


def _constant_feature(rng: Generator, size: int) -> Arguments:
    found = _some(rng, size)
    found["x_train"][:, 1] = float(rng.integers(1, 9))
    return found


def _one_row(rng: Generator, size: int) -> Arguments:
    both = drawing.samples(rng, size + 1, 3)
    return {"x_train": both[:1], "x_test": both[1:]}


def _no_tests(rng: Generator, size: int) -> Arguments:
    return {"x_train": drawing.samples(rng, size + 2, 3), "x_test": np.zeros((0, 3))}


def _constant_tenths(rng: Generator, size: int) -> Arguments:
    """Equal numbers whose mean is rounded, so that their computed deviation is not 0."""
    found = _some(rng, size)
    for _ in range(500):
        n = int(rng.integers(3, 4 + 4 * size))
        column = np.full(n, float(rng.integers(1, 1000)) / 10)
        if column.std() > 0:
            break
    train = drawing.samples(rng, n, 2)
    train[:, 1] = column
    return {"x_train": train, "x_test": found["x_test"][:, :2]}


def _far_from_zero(rng: Generator, size: int) -> Arguments:
    offset = 1e6 * rng.choice([-2, 2, 3])
    return {name: value + offset for name, value in _some(rng, size).items()}


def _many(rng: Generator, size: int) -> Arguments:
    both = drawing.samples(rng, 600 * size, 10)
    return {"x_train": both[: 400 * size], "x_test": both[400 * size :]}


def _scaled(x: Floats, mean: Any, deviation: Any) -> Floats:
    return np.asarray((x - mean) / np.where(deviation == 0, 1, deviation))


def _sample_deviation(x_train: Floats, x_test: Floats) -> Pair:
    mean, deviation = x_train.mean(axis=0), x_train.std(axis=0, ddof=min(1, len(x_train) - 1))
    return _scaled(x_train, mean, deviation), _scaled(x_test, mean, deviation)


def _own_statistics(x_train: Floats, x_test: Floats) -> Pair:
    return standardize(x_train, x_test)[0], standardize(x_test, x_test)[0]


def _over_both(x_train: Floats, x_test: Floats) -> Pair:
    both = np.concatenate([x_train, x_test])
    return standardize(both, x_train)[1], standardize(both, x_test)[1]


def _over_everything(x_train: Floats, x_test: Floats) -> Pair:
    mean, deviation = x_train.mean(), x_train.std()
    return _scaled(x_train, mean, deviation), _scaled(x_test, mean, deviation)


def _by_variance(x_train: Floats, x_test: Floats) -> Pair:
    mean, variance = x_train.mean(axis=0), x_train.var(axis=0)
    return _scaled(x_train, mean, variance), _scaled(x_test, mean, variance)


HIDDEN = Hidden(
    Exercise(
        name="standardize",
        summary="Give every feature mean 0 and standard deviation 1, as seen in the training set.",
        parameters=(
            Parameter("x_train", "(n, d) array of training samples, n at least 1"),
            Parameter("x_test", "(m, d) array of other samples, m may be 0"),
        ),
        returns="(n, d) and (m, d) arrays of floats: both sets, scaled in the same way",
        parts=(Part("train"), Part("test")),
        conventions=(
            "Mean and standard deviation of each column come from x_train alone.",
            "The standard deviation divides by n, not by n - 1.",
            "A column whose entries are all equal in x_train is shifted only (divided by 1).",
            "Both arrays may hold integers of any type, and come back unchanged.",
        ),
        example=(
            (
                "standardize(np.array([[1.0, 5.0], [3.0, 5.0]]), np.array([[4.0, 6.0]]))",
                "(array([[-1.,  0.],\n       [ 1.,  0.]]), array([[2., 1.]]))",
            ),
        ),
        closeness=Closeness(atol=1e-8),
    ),
    standardize,
    (
        Family(Category.BASIC, "a few samples", _some, 4),
        Family(Category.SHAPE, "more features than samples", _wide, 3),
        Family(Category.SHAPE, "one feature", _one_feature),
        Family(Category.DTYPE, "float32", _single_precision),
        Family(Category.DTYPE, "integers", _integers),
        Family(Category.DTYPE, "uint8", _bytes),
        Family(Category.EDGE, "a constant feature", _constant_feature),
        Family(Category.EDGE, "one training sample", _one_row, 1),
        Family(Category.EDGE, "nothing to test", _no_tests, 1),
        Family(Category.STABILITY, "a constant feature of tenths", _constant_tenths),
        Family(Category.STABILITY, "far from 0", _far_from_zero),
        Family(Category.ALIASING, "the inputs stay as they were", _some),
        Family(Category.LARGE, "thousands of samples", _many, 1),
    ),
    (
        Suspect("the deviation divides by n - 1 (ddof=1); here by n", _sample_deviation),
        Suspect("x_test is scaled by its own mean and deviation, not x_train's", _own_statistics),
        Suspect("mean and deviation come from both sets together", _over_both),
        Suspect("one mean and deviation for all features together", _over_everything),
        Suspect("divided by the variance instead of the standard deviation", _by_variance),
    ),
)
