"""Confusion matrix."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from quizml.model.exercises import Category, Exercise, Parameter, Returns
from quizml.references.hidden import Arguments, Family, Hidden, Suspect

if TYPE_CHECKING:
    from numpy.random import Generator
    from numpy.typing import ArrayLike, NDArray

    Integers = NDArray[np.intp]


def confusion_matrix(
    y_true: ArrayLike, y_pred: ArrayLike, num_classes: int | None = None
) -> Integers:
    """Counts (K, K): entry [i, j] says how many samples of class i were called class j.

    y_true and y_pred hold labels 0 to K-1 in any one shape, so they may be masks of images. A
    pair (i, j) is the place i*K + j of the flattened matrix, and counting places is one pass,
    O(n + K^2). Labels are widened first: i*K would overflow in uint8. Without `num_classes`, K
    is one more than the largest label in either; a class that does not occur is a row of zeros.
    Source: scikit-learn, sklearn.metrics.confusion_matrix: rows truth, columns prediction.

    >>> confusion_matrix([0, 1, 2, 2], [0, 2, 2, 2]).tolist()
    [[1, 0, 0], [0, 0, 1], [0, 0, 2]]
    """
    truth = np.asarray(y_true).astype(np.intp).ravel()
    called = np.asarray(y_pred).astype(np.intp).ravel()
    if num_classes is None:
        num_classes = int(max(truth.max(initial=-1), called.max(initial=-1))) + 1
    counts = np.bincount(truth * num_classes + called, minlength=num_classes**2)
    return counts.reshape(num_classes, num_classes)


def _labels(*both: NDArray[Any], classes: int | None = None) -> Arguments:
    found: Arguments = dict(zip(("y_true", "y_pred"), both, strict=True))
    return found if classes is None else found | {"num_classes": classes}


def _drawn(rng: Generator, classes: int, count: int) -> NDArray[np.int64]:
    """Labels of which every class has at least one."""
    rest = rng.integers(0, classes, count - classes)
    return np.asarray(rng.permutation(np.concatenate([np.arange(classes), rest])))


def _two_classes(rng: Generator, size: int) -> Arguments:
    return _labels(*(_drawn(rng, 2, 6 * size) for _ in "tp"))


def _some_classes(rng: Generator, size: int) -> Arguments:
    classes = int(rng.integers(3, 6))
    return _labels(*(_drawn(rng, classes, 26 + 4 * size) for _ in "tp"))


def _masks(rng: Generator, size: int) -> Arguments:
    return _labels(*(_drawn(rng, 3, 12 * size).reshape(-1, 4) for _ in "tp"))


def _batch_of_masks(rng: Generator, size: int) -> Arguments:
    return _labels(*(_drawn(rng, 3, 12 * size).reshape(2, -1, 3) for _ in "tp"), classes=3)


def _bytes(rng: Generator, size: int) -> Arguments:
    """So many classes that label times classes exceeds 255."""
    classes = int(rng.integers(20, 25))
    return _labels(*(_drawn(rng, classes, 20 + 10 * size).astype(np.uint8) for _ in "tp"))


def _truth_values(rng: Generator, size: int) -> Arguments:
    return _labels(*(_drawn(rng, 2, 6 * size).astype(bool) for _ in "tp"))


def _no_samples(rng: Generator, size: int) -> Arguments:
    empty = np.zeros(0, dtype=np.int64)
    return _labels(empty, empty, classes=int(rng.integers(2, 3 + size)))


def _more_classes(rng: Generator, size: int) -> Arguments:
    return _labels(*(_drawn(rng, 2, 6 * size) for _ in "tp"), classes=int(rng.integers(3, 7)))


def _only_predicted(rng: Generator, size: int) -> Arguments:
    y_pred = _drawn(rng, 3, 6 * size)
    return _labels(rng.permutation(np.arange(6 * size) % 2), y_pred)


def _gaps(rng: Generator, size: int) -> Arguments:
    """Labels such as 0, 2 and 5."""
    names = np.array([0, 2, int(rng.integers(4, 8))])
    return _labels(*(names[_drawn(rng, 3, 6 * size)] for _ in "tp"))


def _one_sample(rng: Generator, size: int) -> Arguments:
    return _labels(rng.integers(1, 2 + size, 1), np.zeros(1, dtype=np.int64))


def _all_right(rng: Generator, size: int) -> Arguments:
    y_true = _drawn(rng, 3, 6 * size)
    return _labels(y_true, y_true.copy())


def _many(rng: Generator, size: int) -> Arguments:
    return _labels(*(_drawn(rng, 40, 5000 * size) for _ in "tp"), classes=40)


def _swapped(y_true: Any, y_pred: Any, num_classes: int | None = None) -> Integers:
    return confusion_matrix(y_pred, y_true, num_classes)


def _once(y_true: Any, y_pred: Any, num_classes: int | None = None) -> Integers:
    return np.minimum(confusion_matrix(y_true, y_pred, num_classes), 1)


def _own_size(y_true: Any, y_pred: Any, num_classes: int | None = None) -> Integers:  # noqa: ARG001
    return confusion_matrix(y_true, y_pred)


def _only_what_occurs(y_true: Any, y_pred: Any, num_classes: int | None = None) -> Integers:
    full = confusion_matrix(y_true, y_pred, num_classes)
    occurs = np.flatnonzero(full.sum(axis=0) + full.sum(axis=1))
    return full[np.ix_(occurs, occurs)]


def _overflowing(y_true: Any, y_pred: Any, num_classes: int | None = None) -> Integers:
    classes = num_classes or len(confusion_matrix(y_true, y_pred))
    places = (y_true * classes + y_pred).ravel()
    return np.bincount(places, minlength=classes**2).reshape(classes, classes)


HIDDEN = Hidden(
    Exercise(
        name="confusion_matrix",
        summary="Count how often each class was called each class.",
        parameters=(
            Parameter("y_true", "array of labels 0 to K-1, of any shape: the truth"),
            Parameter("y_pred", "array of labels of the same shape: what the model said"),
            Parameter("num_classes", "K; if None, one more than the largest label of both", "None"),
        ),
        returns="(K, K) array of integers; rows are the truth, columns the prediction",
        kind=Returns.INTEGER,
        conventions=(
            "Entry [i, j] counts the samples of class i that were called class j.",
            "Classes that do not occur keep their row and column, full of zeros.",
            "Labels are of any integer type, uint8 included, or True and False for 1 and 0.",
            "The arrays may have several axes (masks), or be empty if num_classes is given.",
        ),
        example=(
            (
                "confusion_matrix(np.array([0, 1, 2, 2]), np.array([0, 2, 2, 2])).tolist()",
                "[[1, 0, 0], [0, 0, 1], [0, 0, 2]]",
            ),
        ),
    ),
    confusion_matrix,
    (
        Family(Category.BASIC, "two classes", _two_classes),
        Family(Category.BASIC, "several classes", _some_classes, 3),
        Family(Category.SHAPE, "masks of one image", _masks),
        Family(Category.SHAPE, "masks of two images, K given", _batch_of_masks),
        Family(Category.DTYPE, "uint8 labels of many classes", _bytes),
        Family(Category.DTYPE, "True and False", _truth_values),
        Family(Category.EDGE, "more classes than occur", _more_classes),
        Family(Category.EDGE, "the last class is only predicted", _only_predicted),
        Family(Category.EDGE, "labels with gaps", _gaps),
        Family(Category.EDGE, "no samples", _no_samples, 1),
        Family(Category.EDGE, "one sample", _one_sample, 1),
        Family(Category.EDGE, "everything is right", _all_right, 1),
        Family(Category.ALIASING, "the inputs stay as they were", _some_classes, 1),
        Family(Category.LARGE, "tens of thousands of samples", _many, 1),
    ),
    (
        Suspect("rows and columns are swapped: rows are the truth", _swapped),
        Suspect("a pair that occurs often is counted once (m[t, p] += 1 with arrays)", _once),
        Suspect("the argument `num_classes` is ignored", _own_size),
        Suspect("classes that do not occur are left out", _only_what_occurs),
        Suspect("label * K overflows in the type of the labels; widen them first", _overflowing),
    ),
)
