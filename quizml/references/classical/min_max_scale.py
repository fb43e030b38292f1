"""Min-max normalisation of features."""

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
    Pair = tuple[Floats, Floats]
    Range = tuple[float, float]


def min_max_scale(
    x_train: ArrayLike, x_test: ArrayLike, feature_range: tuple[float, float] = (0.0, 1.0)
) -> Pair:
    r"""Both sets with each feature of x_train stretched over [a, b].

    $$x' = a + (b - a) \frac{x - \min}{\max - \min}$$

    x_train (n, d) with n at least 1, x_test (m, d). The least and the largest entry of each
    column come from x_train alone, so x_test may leave [a, b]: nothing is clipped. For a
    feature that is constant in x_train the divisor is 1 instead of 0. Source: scikit-learn's
    MinMaxScaler.

    >>> train, test = min_max_scale([[1.0, 5.0], [3.0, 5.0]], [[4.0, 6.0]])
    >>> train.tolist(), test.tolist()
    ([[0.0, 0.0], [1.0, 0.0]], [[1.5, 1.0]])
    """
    train, test = np.asarray(x_train, dtype=np.float64), np.asarray(x_test, dtype=np.float64)
    low, high = feature_range
    least, spread = train.min(axis=0), np.ptp(train, axis=0)
    factor = (high - low) / np.where(spread == 0, 1.0, spread)
    return low + (train - least) * factor, low + (test - least) * factor


def _some(rng: Generator, size: int) -> Arguments:
    both = drawing.samples(rng, 2 * size + 3, 3)
    return {"x_train": both[: size + 3], "x_test": both[size + 3 :] + rng.uniform(0.5, 2)}


def _outside(rng: Generator, size: int) -> Arguments:
    train = drawing.samples(rng, size + 2, 2)
    shift = np.ptp(train, axis=0) * rng.choice([-1.5, 1.5], (size + 2, 2))
    return {"x_train": train, "x_test": train + shift}


def _other_range(rng: Generator, size: int) -> Arguments:
    ranges = [(-1.0, 1.0), (0.0, 255.0), (1.0, 3.0), (-0.5, 0.5)]
    return _some(rng, size) | {"feature_range": ranges[rng.integers(0, 4)]}


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
    return found | {"feature_range": (float(rng.integers(-3, 0)), float(rng.integers(2, 5)))}


def _one_row(rng: Generator, size: int) -> Arguments:
    both = drawing.samples(rng, size + 1, 3)
    return {"x_train": both[:1], "x_test": both[1:]}


def _no_tests(rng: Generator, size: int) -> Arguments:
    return {"x_train": drawing.samples(rng, size + 2, 3), "x_test": np.zeros((0, 3))}


def _far_from_zero(rng: Generator, size: int) -> Arguments:
    offset = 1e5 * rng.choice([-2, 2, 3])
    return {name: value + offset for name, value in _some(rng, size).items()}


def _tiny_spread(rng: Generator, size: int) -> Arguments:
    """An epsilon in the divisor would be seen."""
    return {name: value * 1e-7 for name, value in _some(rng, size).items()}


def _many(rng: Generator, size: int) -> Arguments:
    both = drawing.samples(rng, 600 * size, 10)
    return {"x_train": both[: 400 * size], "x_test": both[400 * size :]}


def _own_statistics(x_train: Floats, x_test: Floats, feature_range: Range = (0.0, 1.0)) -> Pair:
    own = min_max_scale(x_test, x_test, feature_range)[0]
    return min_max_scale(x_train, x_test, feature_range)[0], own


def _clipped(x_train: Floats, x_test: Floats, feature_range: Range = (0.0, 1.0)) -> Pair:
    train, test = min_max_scale(x_train, x_test, feature_range)
    return train, np.clip(test, *feature_range)


def _over_everything(x_train: Floats, x_test: Floats, feature_range: Range = (0.0, 1.0)) -> Pair:
    spans = np.tile([[x_train.min()], [x_train.max()]], (1, x_train.shape[1]))
    scaled = min_max_scale(spans, np.concatenate([x_train, x_test]), feature_range)[1]
    return scaled[: len(x_train)], scaled[len(x_train) :]


def _default_range(x_train: Floats, x_test: Floats, **_: Range) -> Pair:
    return min_max_scale(x_train, x_test)


def _times_high(x_train: Floats, x_test: Floats, feature_range: Range = (0.0, 1.0)) -> Pair:
    low, high = feature_range
    return min_max_scale(x_train, x_test, (low, low + high))


HIDDEN = Hidden(
    Exercise(
        name="min_max_scale",
        summary="Stretch every feature over an interval, by its extremes in the training set.",
        parameters=(
            Parameter("x_train", "(n, d) array of training samples, n at least 1"),
            Parameter("x_test", "(m, d) array of other samples, m may be 0"),
            Parameter("feature_range", "(a, b) with a < b, where x_train goes", "(0.0, 1.0)"),
        ),
        returns="(n, d) and (m, d) arrays of floats: both sets, scaled in the same way",
        parts=(Part("train"), Part("test")),
        conventions=(
            "Minimum and maximum of each column come from x_train alone.",
            "What lies outside them in x_test lands outside [a, b]: nothing is clipped.",
            "Where max = min in x_train the divisor is 1: x' = a + (b - a)(x - min).",
            "Both arrays may hold integers of any type, and come back unchanged.",
        ),
        example=(
            (
                "min_max_scale(np.array([[1.0, 5.0], [3.0, 5.0]]), np.array([[4.0, 6.0]]))",
                "(array([[0., 0.],\n       [1., 0.]]), array([[1.5, 1. ]]))",
            ),
        ),
        closeness=Closeness(atol=1e-8),
    ),
    min_max_scale,
    (
        Family(Category.BASIC, "a few samples", _some, 3),
        Family(Category.BASIC, "tests outside the range", _outside),
        Family(Category.BASIC, "another range", _other_range, 4),
        Family(Category.SHAPE, "more features than samples", _wide),
        Family(Category.SHAPE, "one feature", _one_feature),
        Family(Category.DTYPE, "float32", _single_precision),
        Family(Category.DTYPE, "integers", _integers),
        Family(Category.DTYPE, "uint8", _bytes),
        Family(Category.EDGE, "a constant feature", _constant_feature),
        Family(Category.EDGE, "one training sample", _one_row, 1),
        Family(Category.EDGE, "nothing to test", _no_tests, 1),
        Family(Category.STABILITY, "far from 0", _far_from_zero),
        Family(Category.STABILITY, "a tiny spread", _tiny_spread),
        Family(Category.ALIASING, "the inputs stay as they were", _some),
        Family(Category.LARGE, "thousands of samples", _many, 1),
    ),
    (
        Suspect("x_test is scaled by its own extremes, not x_train's", _own_statistics),
        Suspect("x_test is clipped to the range", _clipped),
        Suspect("one minimum and maximum for all features together", _over_everything),
        Suspect("the argument `feature_range` is ignored", _default_range),
        Suspect("multiplied by b instead of b - a", _times_high),
    ),
)
