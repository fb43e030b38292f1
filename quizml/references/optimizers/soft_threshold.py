"""Soft-thresholding, the proximal step of the L1 penalty."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from quizml.model.exercises import Category, Exercise, Parameter
from quizml.references.hidden import Arguments, Family, Hidden, Suspect

if TYPE_CHECKING:
    from numpy.random import Generator
    from numpy.typing import ArrayLike, NDArray

    Floats = NDArray[np.float64]


def soft_threshold(x: ArrayLike, threshold: float) -> Floats:
    r"""Each entry moved towards 0 by the threshold, but not beyond; of x's shape.

    $\mathrm{sign}(x) \max(|x| - \lambda, 0)$ with the threshold lambda, at least 0. It is the w
    for which $(w - x)^2 / 2 + \lambda |w|$ is least: the pull of the penalty is as strong near 0
    as far away, so that entries up to lambda become exactly 0. A threshold of 0 changes nothing.
    Source: Donoho 1995, IEEE Transactions on Information Theory 41 (3).

    >>> soft_threshold([3.0, -0.5, -2.0, 1.0], 1.0).tolist()
    [2.0, 0.0, -1.0, 0.0]
    """
    x = np.asarray(x, dtype=np.float64)
    moved: Floats = x - np.clip(x, -threshold, threshold)
    return moved


def _draw(rng: Generator, *shape: int) -> Arguments:
    """Entries on both sides of both thresholds."""
    threshold = round(rng.uniform(0.5, 2), 2)
    x = rng.uniform(-3, 3, shape) * threshold
    x.flat[:2] = np.array([2.5, -2.5])[: x.size] * threshold
    return {"x": x, "threshold": threshold}


def _vector(rng: Generator, size: int) -> Arguments:
    return _draw(rng, size + 3)


def _matrix(rng: Generator, size: int) -> Arguments:
    return _draw(rng, size + 1, size + 1)


def _block(rng: Generator, size: int) -> Arguments:
    return _draw(rng, size, 2, 3)


def _one(rng: Generator, size: int) -> Arguments:  # noqa: ARG001
    return _draw(rng, 1)


def _single_precision(rng: Generator, size: int) -> Arguments:
    found = _vector(rng, size)
    return found | {"x": found["x"].astype(np.float32)}


def _integers(rng: Generator, size: int) -> Arguments:
    return {"x": rng.integers(-9, 10, size + 4), "threshold": float(rng.choice([0.5, 1.5, 2.25]))}


def _whole(rng: Generator, size: int) -> Arguments:
    return {"x": rng.integers(-9, 10, size + 4), "threshold": int(rng.integers(1, 4))}


def _bytes(rng: Generator, size: int) -> Arguments:
    """-128 has no positive counterpart in 8 bits."""
    x = rng.integers(-128, 128, size + 2).astype(np.int8)
    x[0] = -128
    return {"x": x, "threshold": round(rng.uniform(5, 60), 1)}


def _no_threshold(rng: Generator, size: int) -> Arguments:
    found = _vector(rng, size) | {"threshold": 0.0}
    found["x"][0] = 0.0
    return found


def _nothing_left(rng: Generator, size: int) -> Arguments:
    return _vector(rng, size) | {"threshold": 100.0}


def _exactly_at(rng: Generator, size: int) -> Arguments:
    threshold = float(rng.integers(1, 9)) / 4
    x = threshold * rng.choice([-1.0, 0.0, 1.0, 2.0, -2.0], size + 3)
    x[:2] = threshold, -threshold
    return {"x": x, "threshold": threshold}


def _empty(rng: Generator, size: int) -> Arguments:
    return {"x": np.zeros((0, size)), "threshold": float(rng.uniform(0.5, 2))}


def _huge(rng: Generator, size: int) -> Arguments:
    found = _vector(rng, size)
    return {"x": found["x"] * 1e200, "threshold": found["threshold"] * 1e200}


def _tiny(rng: Generator, size: int) -> Arguments:
    found = _vector(rng, size)
    return {"x": found["x"] * 1e-12, "threshold": found["threshold"] * 1e-12}


def _many(rng: Generator, size: int) -> Arguments:
    return _draw(rng, 100 * size, 50)


def _hard(x: Any, threshold: float) -> Floats:
    return np.where(np.abs(x.astype(float)) > threshold, x, 0.0)


def _past_zero(x: Any, threshold: float) -> Floats:
    return np.asarray(x - threshold * np.sign(x), dtype=float)


def _clipped(x: Any, threshold: float) -> Floats:
    return np.asarray(np.clip(x.astype(float), -threshold, threshold))


def _ridge(x: Any, threshold: float) -> Floats:
    return np.asarray(x / (1 + threshold))


def _one_sided(x: Any, threshold: float) -> Floats:
    return np.asarray(np.maximum(x.astype(float) - threshold, 0.0))


def _no_sign(x: Any, threshold: float) -> Floats:
    return np.abs(soft_threshold(x, threshold))


HIDDEN = Hidden(
    Exercise(
        name="soft_threshold",
        summary="Soft-thresholding: move every entry towards 0, but not beyond.",
        parameters=(
            Parameter("x", "array of any shape, floats or integers"),
            Parameter("threshold", "how far entries move; a number, at least 0"),
        ),
        returns="array of x's shape; floats",
        conventions=(
            "The answer is the w for which (w - x)**2 / 2 + threshold * |w| is least, per entry.",
            "Entries whose size is at most the threshold become exactly 0.",
            "Integers, those of 8 bits too (-128 included), become float64; x may be empty.",
            "x comes back unchanged.",
        ),
        example=(
            (
                "soft_threshold(np.array([3., -0.5, -2., 1.5]), 1.)",
                "array([ 2. ,  0. , -1. ,  0.5])",
            ),
        ),
    ),
    soft_threshold,
    (
        Family(Category.BASIC, "a vector", _vector, 4),
        Family(Category.BASIC, "a matrix", _matrix, 3),
        Family(Category.SHAPE, "three dimensions", _block),
        Family(Category.SHAPE, "one entry", _one, 1),
        Family(Category.DTYPE, "float32", _single_precision),
        Family(Category.DTYPE, "integers", _integers),
        Family(Category.DTYPE, "integers and a whole threshold", _whole, 1),
        Family(Category.DTYPE, "integers of 8 bits", _bytes, 1),
        Family(Category.EDGE, "a threshold of 0", _no_threshold, 1),
        Family(Category.EDGE, "nothing is left", _nothing_left, 1),
        Family(Category.EDGE, "entries exactly at the threshold", _exactly_at),
        Family(Category.EDGE, "no entries", _empty, 1),
        Family(Category.STABILITY, "huge entries", _huge, 1),
        Family(Category.STABILITY, "tiny entries", _tiny, 1),
        Family(Category.ALIASING, "the input stays as it was", _matrix),
        Family(Category.LARGE, "many entries", _many, 1),
    ),
    (
        Suspect("that is hard thresholding: what stays is not moved", _hard),
        Suspect("small entries are moved beyond 0", _past_zero),
        Suspect("entries are clipped to the threshold", _clipped),
        Suspect("that is the L2 penalty's answer, x / (1 + threshold)", _ridge),
        Suspect("negative entries are lost", _one_sided),
        Suspect("the sign is lost", _no_sign),
    ),
)
