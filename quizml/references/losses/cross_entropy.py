"""Cross-entropy of predicted probabilities."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from quizml.model.exercises import Category, Exercise, Parameter
from quizml.references.hidden import Arguments, Family, Hidden, Suspect
from quizml.references.losses._shared import draw_labels

if TYPE_CHECKING:
    from numpy.random import Generator
    from numpy.typing import ArrayLike, NDArray

    Floats = NDArray[np.float64]


def cross_entropy(y_true: ArrayLike, y_pred: ArrayLike, eps: float = 1e-12) -> float:
    r"""Mean over the samples of $-\sum_k y_k \log p_k$, summed over the classes.

    y_true (m, N) holds one distribution a row, mostly one-hot; y_pred (m, N) the predicted
    probabilities. They are clipped to [eps, 1] before the (natural) logarithm: so a wrong class
    with probability 0 costs 0, not 0 * inf, and a true one costs -log eps. For one-hot rows only
    the true class counts. Source: Goodfellow, Bengio, Courville: Deep Learning (2016),
    sections 3.13 and 5.5.

    >>> round(cross_entropy([[0, 1, 0], [1, 0, 0]], [[0.2, 0.5, 0.3], [1.0, 0.0, 0.0]]), 4)
    0.3466
    """
    targets = np.asarray(y_true, dtype=np.float64)
    logs = np.log(np.clip(np.asarray(y_pred, dtype=np.float64), eps, 1.0))
    return float((targets * -logs).sum(axis=1).mean())


def _probabilities(rng: Generator, rows: int, classes: int) -> Floats:
    """Rows that sum to 1, none of them certain."""
    shares = rng.dirichlet(np.full(classes, 1.5), rows)
    return np.asarray((shares + 0.02) / (1 + 0.02 * classes), dtype=np.float64)


def _one_hot(rng: Generator, rows: int, classes: int) -> Floats:
    return np.eye(classes)[draw_labels(rng, rows, classes)]


def _table(rng: Generator, rows: int, classes: int) -> Arguments:
    return {
        "y_true": _one_hot(rng, rows, classes),
        "y_pred": _probabilities(rng, rows, classes),
    }


def _small(rng: Generator, size: int) -> Arguments:
    return _table(rng, size + 1, 3)


def _more_classes(rng: Generator, size: int) -> Arguments:
    return _table(rng, size + 1, size + 3)


def _two_classes(rng: Generator, size: int) -> Arguments:
    return _table(rng, size + 1, 2)


def _one_sample(rng: Generator, size: int) -> Arguments:
    return _table(rng, 1, size + 2)


def _as_many_as_classes(rng: Generator, size: int) -> Arguments:
    return _table(rng, size + 2, size + 2)


def _single_precision(rng: Generator, size: int) -> Arguments:
    return {name: value.astype(np.float32) for name, value in _small(rng, size).items()}


def _integer_targets(rng: Generator, size: int) -> Arguments:
    drawn = _small(rng, size)
    return drawn | {"y_true": drawn["y_true"].astype(np.int64)}


def _soft_targets(rng: Generator, size: int) -> Arguments:
    return _table(rng, size, 4) | {"y_true": rng.dirichlet(np.ones(4), size)}


def _perfect(rng: Generator, size: int) -> Arguments:
    targets = _one_hot(rng, size + 1, 3)
    return {"y_true": targets, "y_pred": targets.copy()}


def _uniform(rng: Generator, size: int) -> Arguments:
    classes = int(rng.integers(2, 9))
    return {
        "y_true": _one_hot(rng, size, classes),
        "y_pred": np.full((size, classes), 1 / classes),
    }


def _true_class_at_zero(rng: Generator, size: int) -> Arguments:
    """Softmax that underflowed: certain, and wrong, in the first row."""
    drawn = _small(rng, size)
    drawn["y_pred"][0] = np.roll(drawn["y_true"][0], 1)
    return drawn


def _zeros_elsewhere(rng: Generator, size: int) -> Arguments:
    drawn = _table(rng, size + 1, 4)
    drawn["y_pred"][np.roll(drawn["y_true"], 1, axis=1) > 0] = 0.0
    return drawn


def _other_eps(rng: Generator, size: int) -> Arguments:
    return _true_class_at_zero(rng, size) | {"eps": float(rng.choice([1e-7, 1e-5, 1e-15]))}


def _many(rng: Generator, size: int) -> Arguments:
    return _table(rng, 300 * size, 25 * size)


def _mean_over_everything(y_true: Floats, y_pred: Floats, eps: float = 1e-12) -> float:
    return float(cross_entropy(y_true, y_pred, eps) / y_true.shape[1])


def _sum_over_samples(y_true: Floats, y_pred: Floats, eps: float = 1e-12) -> float:
    return cross_entropy(y_true, y_pred, eps) * len(y_true)


def _in_bits(y_true: Floats, y_pred: Floats, eps: float = 1e-12) -> float:
    return float(cross_entropy(y_true, y_pred, eps) / np.log(2))


def _both_sides(y_true: Floats, y_pred: Floats, eps: float = 1e-12) -> float:
    return cross_entropy(y_true, y_pred, eps) + cross_entropy(1 - y_true, 1 - y_pred, eps)


def _true_class_only(y_true: Floats, y_pred: Floats, eps: float = 1e-12) -> float:
    return cross_entropy(np.eye(y_true.shape[1])[y_true.argmax(axis=1)], y_pred, eps)


def _unclipped(y_true: Floats, y_pred: Floats, eps: float = 1e-12) -> float:  # noqa: ARG001
    return float(-(y_true * np.log(y_pred)).sum(axis=1).mean())


def _epsilon_added(y_true: Floats, y_pred: Floats, eps: float = 1e-12) -> float:
    return float(-(y_true * np.log(y_pred + eps)).sum(axis=1).mean())


HIDDEN = Hidden(
    Exercise(
        name="cross_entropy",
        summary="Cross-entropy of predicted probabilities: summed over classes, averaged over m.",
        parameters=(
            Parameter(
                "y_true", "(m, N) array, a distribution over N classes a row; mostly one-hot"
            ),
            Parameter("y_pred", "(m, N) array of predicted probabilities, each between 0 and 1"),
            Parameter(
                "eps", "probabilities below it are raised to it before the logarithm", "1e-12"
            ),
        ),
        returns="one float, the loss: the sum over the classes, the mean over the m samples",
        conventions=(
            "The logarithm is the natural one.",
            "Probabilities are clipped to [eps, 1]; nothing is added to them.",
            "So a perfect prediction costs exactly 0, and a true class at 0 costs -log(eps).",
            "Rows of y_true may be soft (several classes above 0), floats or integers; m >= 1.",
            "y_true and y_pred come back unchanged.",
        ),
        example=(
            (
                "round(cross_entropy(np.eye(2), np.array([[0.5, 0.5], [0.0, 1.0]])), 4)",
                "0.3466",
            ),
        ),
    ),
    cross_entropy,
    (
        Family(Category.BASIC, "a few samples of three classes", _small, 3),
        Family(Category.BASIC, "more classes", _more_classes),
        Family(Category.SHAPE, "one sample", _one_sample),
        Family(Category.SHAPE, "two classes", _two_classes),
        Family(Category.SHAPE, "as many samples as classes", _as_many_as_classes),
        Family(Category.DTYPE, "float32", _single_precision),
        Family(Category.DTYPE, "one-hot integers", _integer_targets),
        Family(Category.EDGE, "soft targets", _soft_targets),
        Family(Category.EDGE, "a perfect prediction", _perfect, 1),
        Family(Category.EDGE, "a uniform prediction", _uniform),
        Family(Category.STABILITY, "probability 0 for a wrong class", _zeros_elsewhere),
        Family(Category.STABILITY, "probability 0 for the true class", _true_class_at_zero),
        Family(Category.STABILITY, "another eps", _other_eps),
        Family(Category.ALIASING, "the inputs stay as they were", _true_class_at_zero),
        Family(Category.LARGE, "hundreds of samples", _many, 1),
    ),
    (
        Suspect("the mean runs over the classes, too; sum over them first", _mean_over_everything),
        Suspect("the sum runs over the samples, too; their mean is asked", _sum_over_samples),
        Suspect("the logarithm has base 2; the natural one is asked", _in_bits),
        Suspect("terms (1 - y) log(1 - p) are added, as if each class were binary", _both_sides),
        Suspect("only the most likely target counts; targets may be soft", _true_class_only),
        Suspect("probabilities are not clipped: 0 * log 0 is NaN", _unclipped),
        Suspect("eps is added to the probabilities; they are to be clipped", _epsilon_added),
    ),
)
