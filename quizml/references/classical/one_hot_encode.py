"""One-hot encoding of labels."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from quizml.model.exercises import Category, Exercise, Parameter, Returns
from quizml.references.hidden import Arguments, Family, Hidden, Suspect

if TYPE_CHECKING:
    from numpy.random import Generator
    from numpy.typing import ArrayLike, NDArray

    Integers = NDArray[np.int64]


def one_hot_encode(labels: ArrayLike, num_classes: int | None = None) -> Integers:
    """Zeros with a single 1 at the label's place, on a new last axis of K entries.

    labels may have any shape; K is `num_classes`, or where that is None one more than the
    largest label. A label that is negative or not below K belongs to no known class, and gets
    zeros only, as scikit-learn's OneHotEncoder does with handle_unknown="ignore".

    >>> one_hot_encode([2, 0, -1]).tolist()
    [[0, 0, 1], [1, 0, 0], [0, 0, 0]]
    """
    labels = np.asarray(labels).astype(np.int64)
    k = int(labels.max()) + 1 if num_classes is None else num_classes
    return np.asarray(labels[..., None] == np.arange(k), dtype=np.int64)


def _labels(rng: Generator, k: int, *shape: int) -> NDArray[np.int64]:
    """In which the largest class comes first."""
    found = rng.integers(0, k, shape)
    found.flat[0] = k - 1
    return found


def _some(rng: Generator, size: int) -> Arguments:
    return {"labels": _labels(rng, int(rng.integers(3, 6)), size + 3)}


def _given_classes(rng: Generator, size: int) -> Arguments:
    """More classes than those that occur."""
    return {"labels": _labels(rng, 3, size + 2), "num_classes": int(rng.integers(4, 8))}


def _mask(rng: Generator, size: int) -> Arguments:
    return {"labels": _labels(rng, 4, size, size + 1), "num_classes": 4}


def _masks(rng: Generator, size: int) -> Arguments:
    return {"labels": _labels(rng, 3, 2, size, 2)}


def _bytes(rng: Generator, size: int) -> Arguments:
    return {"labels": _labels(rng, 5, size + 2).astype(np.uint8)}


def _most_of_bytes(rng: Generator, size: int) -> Arguments:
    """255 + 1 is 0 in uint8."""
    return {"labels": rng.permutation(_labels(rng, 256, size + 1)).astype(np.uint8)}


def _truth_values(rng: Generator, size: int) -> Arguments:
    return {"labels": _labels(rng, 2, size + 2) == 1, "num_classes": 2}


def _one_label(rng: Generator, size: int) -> Arguments:  # noqa: ARG001
    return {"labels": np.array(int(rng.integers(1, 6)))}


def _nothing(rng: Generator, size: int) -> Arguments:
    return {"labels": np.zeros(0, dtype=np.int64), "num_classes": int(rng.integers(1, size + 3))}


def _negative(rng: Generator, size: int) -> Arguments:
    labels = _labels(rng, 3, size + 2)
    labels[1] = -1
    return {"labels": labels, "num_classes": 3}


def _beyond(rng: Generator, size: int) -> Arguments:
    labels = _labels(rng, 3, size + 3)
    labels[1:3] = rng.integers(3, 300, 2)
    return {"labels": labels, "num_classes": 3}


def _one_class(rng: Generator, size: int) -> Arguments:
    return {"labels": np.zeros(int(rng.integers(1, size + 2)), dtype=np.int64)}


def _many(rng: Generator, size: int) -> Arguments:
    return {"labels": _labels(rng, 10, 25 * size, 20 * size), "num_classes": 10}


def _classes_first(labels: Any, num_classes: int | None = None) -> Any:
    return np.moveaxis(one_hot_encode(labels, num_classes), -1, 0)


def _from_the_end(labels: Any, num_classes: int | None = None) -> Any:
    k = int(labels.max()) + 1 if num_classes is None else num_classes
    return one_hot_encode(np.where(labels < 0, labels + k, labels), k)


def _distinct(labels: Any, num_classes: int | None = None) -> Any:  # noqa: ARG001
    """As many columns as labels that occur."""
    return (labels[..., None] == np.unique(labels)).astype(np.int64)


def _one_less(labels: Any, num_classes: int | None = None) -> Any:
    return one_hot_encode(labels, num_classes)[..., 1:]


HIDDEN = Hidden(
    Exercise(
        name="one_hot_encode",
        summary="A vector for each label, with a single 1 at its place.",
        parameters=(
            Parameter("labels", "array of any shape: class indices, of any integer type or bool"),
            Parameter("num_classes", "K; None for one more than the largest label", "None"),
        ),
        returns="array of integers (0 and 1) of shape labels.shape + (K,)",
        kind=Returns.INTEGER,
        conventions=(
            "The classes are 0 to K - 1; a class that does not occur keeps its column of zeros.",
            "A label below 0, or not below K, is of no known class: it gets zeros only.",
            "labels may be 0-dimensional, or empty if K is given; it comes back unchanged.",
        ),
        example=(
            (
                "one_hot_encode(np.array([2, 0, -1]))",
                "array([[0, 0, 1],\n       [1, 0, 0],\n       [0, 0, 0]])",
            ),
        ),
    ),
    one_hot_encode,
    (
        Family(Category.BASIC, "a few labels", _some, 4),
        Family(Category.BASIC, "classes that do not occur", _given_classes, 3),
        Family(Category.SHAPE, "a mask", _mask),
        Family(Category.SHAPE, "several masks", _masks),
        Family(Category.DTYPE, "uint8", _bytes),
        Family(Category.DTYPE, "255 in uint8", _most_of_bytes, 1),
        Family(Category.DTYPE, "True and False", _truth_values),
        Family(Category.EDGE, "a single label without axes", _one_label, 1),
        Family(Category.EDGE, "no labels", _nothing, 1),
        Family(Category.EDGE, "a label of -1", _negative),
        Family(Category.EDGE, "labels that are too large", _beyond),
        Family(Category.EDGE, "one class", _one_class, 1),
        Family(Category.ALIASING, "the input stays as it was", _given_classes),
        Family(Category.LARGE, "thousands of labels", _many, 1),
    ),
    (
        Suspect("the classes are on the first axis; they belong on the last", _classes_first),
        Suspect("the label -1 is taken as the last class; it is none", _from_the_end),
        Suspect("columns only for the labels that occur", _distinct),
        Suspect("the first class has no column (dummy coding)", _one_less),
    ),
)
