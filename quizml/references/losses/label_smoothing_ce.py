"""Cross-entropy with smoothed labels."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from quizml.model.exercises import Category, Exercise, Parameter
from quizml.references.hidden import Arguments, Family, Hidden, Suspect
from quizml.references.losses._shared import draw_labels, draw_logits, log_softmax

if TYPE_CHECKING:
    from numpy.random import Generator
    from numpy.typing import ArrayLike, NDArray

    Floats = NDArray[np.float64]
    Integers = NDArray[np.int64]


def label_smoothing_ce(logits: ArrayLike, labels: ArrayLike, smoothing: float = 0.1) -> float:
    r"""The mean over the rows of $-\sum_k y'_k \log p_k$, p the softmax of a row.

    logits (N, C), labels (N,). The target y' mixes the one-hot label with the uniform
    distribution: every class gets smoothing / C, and the true one 1 - smoothing besides. So the
    targets sum to 1; smoothing 0 is plain cross-entropy, smoothing 1 forgets the label.
    Source: Szegedy et al. 2015, arXiv:1512.00567, section 7.

    >>> round(label_smoothing_ce([[0.0, 0.0], [3.0, 0.0]], [1, 0]), 4)
    0.4459
    """
    logs = log_softmax(logits)
    rows, classes = logs.shape
    targets = np.full(logs.shape, smoothing / classes)
    targets[np.arange(rows), np.asarray(labels)] += 1 - smoothing
    return float(-(targets * logs).sum(axis=1).mean())


def _batch(rng: Generator, rows: int, classes: int) -> Arguments:
    return {
        "logits": draw_logits(rng, rows, classes),
        "labels": draw_labels(rng, rows, classes),
    }


def _small(rng: Generator, size: int) -> Arguments:
    return _batch(rng, size + 1, 3)


def _more_classes(rng: Generator, size: int) -> Arguments:
    return _batch(rng, size + 1, size + 4)


def _other_smoothing(rng: Generator, size: int) -> Arguments:
    return _batch(rng, size + 1, 4) | {"smoothing": float(rng.choice([0.02, 0.2, 0.5]))}


def _one_row(rng: Generator, size: int) -> Arguments:
    return _batch(rng, 1, size + 2)


def _two_classes(rng: Generator, size: int) -> Arguments:
    return _batch(rng, size + 1, 2)


def _square(rng: Generator, size: int) -> Arguments:
    return _batch(rng, size + 2, size + 2)


def _single_precision(rng: Generator, size: int) -> Arguments:
    drawn = _small(rng, size)
    return drawn | {"logits": drawn["logits"].astype(np.float32)}


def _integer_logits(rng: Generator, size: int) -> Arguments:
    return _small(rng, size) | {"logits": rng.integers(-3, 4, (size + 1, 3))}


def _no_smoothing(rng: Generator, size: int) -> Arguments:
    return _small(rng, size) | {"smoothing": 0.0}


def _all_smoothing(rng: Generator, size: int) -> Arguments:
    return _small(rng, size) | {"smoothing": 1.0}


def _equal_logits(rng: Generator, size: int) -> Arguments:
    classes = int(rng.integers(2, 9))
    return _batch(rng, size, classes) | {"logits": np.full((size, classes), rng.normal())}


def _huge(rng: Generator, size: int) -> Arguments:
    drawn = _small(rng, size)
    return drawn | {"logits": drawn["logits"] + 1000.0 * rng.integers(1, 5)}


def _very_negative(rng: Generator, size: int) -> Arguments:
    drawn = _small(rng, size)
    return drawn | {"logits": drawn["logits"] - 1000.0 * rng.integers(1, 5)}


def _far_apart(rng: Generator, size: int) -> Arguments:
    """Wrong classes underflow, and still have a share in the target."""
    return _small(rng, size) | {"logits": rng.normal(0, 800, (size + 1, 3))}


def _many(rng: Generator, size: int) -> Arguments:
    return _batch(rng, 200 * size, 25 * size)


def _shared_by_others(logits: Floats, labels: Integers, smoothing: float = 0.1) -> float:
    """The true class gets 1 - smoothing, every other smoothing / (C - 1)."""
    classes = len(logits[0])
    return label_smoothing_ce(logits, labels, smoothing * classes / (classes - 1))


def _true_class_short(logits: Floats, labels: Integers, smoothing: float = 0.1) -> float:
    """The true class gets 1 - smoothing, every other smoothing / C: the sum is below 1."""
    logs = log_softmax(logits)
    own = logs[np.arange(len(labels)), labels].mean()
    right = label_smoothing_ce(logits, labels, smoothing)
    return float(right + own * smoothing / len(logits[0]))


def _plain(logits: Floats, labels: Integers, smoothing: float = 0.1) -> float:  # noqa: ARG001
    return label_smoothing_ce(logits, labels, 0.0)


def _default_smoothing(
    logits: Floats,
    labels: Integers,
    smoothing: float = 0.1,  # noqa: ARG001
) -> float:
    return label_smoothing_ce(logits, labels)


def _uniform_summed(logits: Floats, labels: Integers, smoothing: float = 0.1) -> float:
    """Every class gets smoothing instead of smoothing / C."""
    logs = log_softmax(logits)
    plain = (1 - smoothing) * label_smoothing_ce(logits, labels, 0.0)
    return float(plain - smoothing * logs.sum(axis=1).mean())


def _mean_over_everything(logits: Floats, labels: Integers, smoothing: float = 0.1) -> float:
    return label_smoothing_ce(logits, labels, smoothing) / len(logits[0])


def _divergence(logits: Floats, labels: Integers, smoothing: float = 0.1) -> float:
    classes = len(logits[0])
    targets = np.full(classes, smoothing / classes)
    targets[0] += 1 - smoothing
    entropy = -float((targets * np.log(targets)).sum())
    return label_smoothing_ce(logits, labels, smoothing) - entropy


HIDDEN = Hidden(
    Exercise(
        name="label_smoothing_ce",
        summary="Cross-entropy of scores (logits) with smoothed labels.",
        parameters=(
            Parameter("logits", "(N, C) array of scores, floats or integers"),
            Parameter("labels", "(N,) array of the true classes, integers from 0 to C - 1"),
            Parameter("smoothing", "share of the uniform distribution, from 0 to 1", "0.1"),
        ),
        returns="one float, the loss: the mean over the N rows",
        conventions=(
            "Each class gets smoothing / C, and the true class 1 - smoothing besides.",
            "The loss is cross-entropy, not KL divergence: no entropy is subtracted; C >= 2.",
            "Logits may be as large as 5,000 or as small as -5,000.",
            "logits and labels come back unchanged.",
        ),
        example=(
            (
                "round(label_smoothing_ce(np.array([[2.0, 0.0]]), np.array([0])), 4)",
                "0.2269",
            ),
        ),
    ),
    label_smoothing_ce,
    (
        Family(Category.BASIC, "a few rows of three classes", _small, 3),
        Family(Category.BASIC, "more classes", _more_classes),
        Family(Category.BASIC, "another smoothing", _other_smoothing, 3),
        Family(Category.SHAPE, "one row", _one_row),
        Family(Category.SHAPE, "two classes", _two_classes),
        Family(Category.SHAPE, "as many rows as classes", _square),
        Family(Category.DTYPE, "float32", _single_precision),
        Family(Category.DTYPE, "integer logits", _integer_logits),
        Family(Category.EDGE, "no smoothing", _no_smoothing),
        Family(Category.EDGE, "smoothing 1", _all_smoothing),
        Family(Category.EDGE, "equal logits", _equal_logits),
        Family(Category.STABILITY, "huge logits", _huge),
        Family(Category.STABILITY, "very negative logits", _very_negative),
        Family(Category.STABILITY, "logits far apart", _far_apart),
        Family(Category.ALIASING, "the inputs stay as they were", _small),
        Family(Category.LARGE, "hundreds of rows", _many, 1),
    ),
    (
        Suspect(
            "the others share smoothing / (C - 1); here every class gets 1 / C of it",
            _shared_by_others,
        ),
        Suspect(
            "the true class lacks its smoothing / C; the targets do not sum to 1", _true_class_short
        ),
        Suspect("the labels are not smoothed at all", _plain),
        Suspect("the argument `smoothing` is ignored", _default_smoothing),
        Suspect("every class gets smoothing instead of smoothing / C", _uniform_summed),
        Suspect("the mean runs over the classes, too", _mean_over_everything),
        Suspect("this is the KL divergence: the target's entropy is subtracted", _divergence),
    ),
)
