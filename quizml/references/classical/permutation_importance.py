"""Importance of features by shuffling them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from quizml.model.exercises import Category, Exercise, Parameter
from quizml.references.classical import _draw as drawing
from quizml.references.hidden import Arguments, Family, Hidden, Suspect

if TYPE_CHECKING:
    from numpy.random import Generator
    from numpy.typing import ArrayLike, NDArray

    Floats = NDArray[np.float64]


def permutation_importance(
    x: ArrayLike, y: ArrayLike, w: ArrayLike, b: float, rng: Generator, n_repeats: int = 5
) -> Floats:
    """By how much the error grows on average when the values of a feature are shuffled; (d,).

    The model is already trained: it predicts x w + b for samples x (n, d), with weights w (d,).
    Its error is the mean of (y - prediction)^2. For feature 0, then 1, and so on, `n_repeats`
    times: column j of the samples as given is put in the order `rng.permutation(n)`, and the
    error of the unshuffled samples is subtracted from the new one. Features that can stand in
    for each other both seem unimportant. Source: Breiman 2001, doi:10.1023/A:1010933404324,
    section 10; Fisher, Rudin & Dominici 2019, arXiv:1801.01489.

    >>> x, y, w = [[1.0, 5.0], [3.0, 9.0]], [1.0, 3.0], [1.0, 0.0]
    >>> permutation_importance(x, y, w, 0.0, np.random.default_rng(1), 4).tolist()
    [1.0, 0.0]
    """
    samples, targets, weights = (np.asarray(given, dtype=np.float64) for given in (x, y, w))
    n, d = samples.shape
    before = np.mean((targets - samples @ weights - b) ** 2)
    importances = np.zeros(d)
    for j in range(d):
        for _ in range(n_repeats):
            shuffled = samples.copy()
            shuffled[:, j] = samples[rng.permutation(n), j]
            importances[j] += np.mean((targets - shuffled @ weights - b) ** 2) - before
    return importances / n_repeats


def _model(rng: Generator, n: int, d: int) -> Arguments:
    """A model that fits, but not exactly."""
    x, w = drawing.samples(rng, n, d), rng.uniform(0.3, 2, d) * rng.choice([-1, 1], d)
    b = float(rng.uniform(-3, 3))
    y = x @ w + b + rng.normal(0, 0.7, n)
    return {"x": x, "y": y, "w": w, "b": b, "rng": _fresh(rng)}


def _fresh(rng: Generator) -> Generator:
    return np.random.default_rng(int(rng.integers(2**32)))


def _some(rng: Generator, size: int) -> Arguments:
    return _model(rng, 2 * size + 5, 3)


def _other_repeats(rng: Generator, size: int) -> Arguments:
    return _model(rng, 2 * size + 5, 2) | {"n_repeats": int(rng.choice([1, 2, 3, 8]))}


def _one_feature(rng: Generator, size: int) -> Arguments:
    return _model(rng, size + 5, 1)


def _wide(rng: Generator, size: int) -> Arguments:
    return _model(rng, 4, size + 4)


def _single_precision(rng: Generator, size: int) -> Arguments:
    return drawing.narrow(_some(rng, size))


def _integers(rng: Generator, size: int) -> Arguments:
    found = _some(rng, size)
    whole = {name: np.rint(2 * found[name]).astype(np.int64) for name in ("x", "y", "w")}
    return found | whole


def _useless_feature(rng: Generator, size: int) -> Arguments:
    found = _some(rng, size)
    found["w"][int(rng.integers(0, 3))] = 0.0
    return found


def _constant_feature(rng: Generator, size: int) -> Arguments:
    found = _some(rng, size)
    found["x"][:, int(rng.integers(0, 3))] = 2.5
    return found


def _bad_model(rng: Generator, size: int) -> Arguments:
    """Wrong weights: shuffling may lower the error, and the importance is negative."""
    found = _some(rng, size)
    return found | {"w": -found["w"]}


def _many(rng: Generator, size: int) -> Arguments:
    return _model(rng, 250 * size, 6)


def _negated(**given: Any) -> Floats:
    return np.asarray(-permutation_importance(**given))


def _summed(**given: Any) -> Floats:
    return np.asarray(permutation_importance(**given) * given.get("n_repeats", 5))


def _never_restored(
    x: Floats, y: Floats, w: Floats, b: float, rng: Generator, n_repeats: int = 5
) -> Floats:
    work = np.array(x, dtype=np.float64)
    before = np.mean((y - work @ w - b) ** 2)
    found = np.zeros(work.shape[1])
    for j in range(len(found)):
        for _ in range(n_repeats):
            work[:, j] = work[rng.permutation(len(work)), j]
            found[j] += (np.mean((y - work @ w - b) ** 2) - before) / n_repeats
    return found


def _error_itself(**given: Any) -> Floats:
    off = given["y"] - given["x"] @ given["w"] - given["b"]
    return np.asarray(permutation_importance(**given) + float(np.mean(off**2)))


def _clipped(**given: Any) -> Floats:
    return np.asarray(np.maximum(permutation_importance(**given), 0))


HIDDEN = Hidden(
    Exercise(
        name="permutation_importance",
        summary="How much a linear model's error grows when one feature is shuffled.",
        parameters=(
            Parameter("x", "(n, d) array of n samples that were held out, n at least 2"),
            Parameter("y", "(n,) array of targets"),
            Parameter("w", "(d,) array of the trained model's weights; it predicts x w + b"),
            Parameter("b", "its bias, a number"),
            Parameter("rng", "a numpy.random.Generator, the only source of chance"),
            Parameter("n_repeats", "how often each feature is shuffled, at least 1", "5"),
        ),
        returns="(d,) array of floats: the mean growth of the error of each feature",
        conventions=(
            "The error is the mean squared error; growth is the error after minus before.",
            "For feature 0, then 1, ...: n_repeats calls of rng.permutation(n), and no others.",
            "Column j becomes x[order, j]; each time from x as it was given, others unshuffled.",
            "The model is not trained again. Growth may be negative, and stays so.",
            "x, y and w may hold integers, and come back unchanged.",
        ),
        example=(
            (
                "permutation_importance(np.eye(2), [1, 1], [1, 1], 0, np.random.default_rng(1))",
                "array([0.2, 0.8])",
            ),
        ),
    ),
    permutation_importance,
    (
        Family(Category.BASIC, "three features", _some, 4),
        Family(Category.BASIC, "other numbers of repeats", _other_repeats, 4),
        Family(Category.SHAPE, "one feature", _one_feature),
        Family(Category.SHAPE, "more features than samples", _wide),
        Family(Category.DTYPE, "float32", _single_precision),
        Family(Category.DTYPE, "integers", _integers),
        Family(Category.EDGE, "a weight of 0", _useless_feature),
        Family(Category.EDGE, "a constant feature", _constant_feature),
        Family(Category.EDGE, "a model that is wrong", _bad_model, 3),
        Family(Category.ALIASING, "the inputs stay as they were", _some),
        Family(Category.LARGE, "a thousand samples", _many, 1),
    ),
    (
        Suspect("before minus after: an error grows, only a score falls", _negated),
        Suspect("the repeats are added up; here their mean is asked for", _summed),
        Suspect("a shuffled column is not put back before the next shuffle", _never_restored),
        Suspect("the error before is not subtracted", _error_itself),
        Suspect("negative importances are cut off at 0", _clipped),
    ),
)
