"""Classification by the nearest neighbours."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from quizml.model.exercises import Category, Exercise, Parameter, Returns
from quizml.references.classical import _draw as drawing
from quizml.references.hidden import Arguments, Family, Hidden, Suspect

if TYPE_CHECKING:
    from numpy.random import Generator
    from numpy.typing import ArrayLike, NDArray

    Integers = NDArray[np.integer]


def knn_predict(x_train: ArrayLike, y_train: ArrayLike, x_test: ArrayLike, k: int = 3) -> Integers:
    """The label (m,) that most of the k nearest training samples have, for each test sample.

    x_train (n, d) with labels y_train (n,), integers; x_test (m, d); k at most n. Distances are
    Euclidean. Of equally far training samples the lower index is the nearer; of labels with as
    many votes the smallest wins. O(nmd) for the distances, and a sort of n for each test.
    Source: Cover & Hart 1967, doi:10.1109/TIT.1967.1053964.

    >>> knn_predict([[0.0], [1.0], [5.0], [6.0]], [7, 7, 2, 2], [[0.5], [4.0]]).tolist()
    [7, 2]
    """
    train, test = np.asarray(x_train, dtype=np.float64), np.asarray(x_test, dtype=np.float64)
    classes, codes = np.unique(np.asarray(y_train), return_inverse=True)
    squared = ((test[:, None] - train[None]) ** 2).sum(axis=2)
    nearest = np.argsort(squared, axis=1, kind="stable")[:, :k]
    votes = (codes[nearest][:, :, None] == np.arange(len(classes))).sum(axis=1)
    return np.asarray(classes[votes.argmax(axis=1)])


def _quarters(rng: Generator, n: int, m: int, d: int, classes: int = 2) -> Arguments:
    """Quarters, whose squares and sums are exact: only true ties are ties.

    With two labels and an odd number of neighbours no votes tie.
    """
    labels = rng.permutation([-int(rng.integers(3, 7)), *rng.permutation(9)[: classes - 1]])
    places = rng.uniform(-4, 4, (classes, d))
    of = rng.permutation(np.arange(n) % classes)
    x = np.rint(4 * (places[of] + rng.normal(0, 2.5, (n, d)))) / 4
    tests = np.rint(4 * (places[rng.integers(0, classes, m)] + rng.normal(0, 2.5, (m, d)))) / 4
    return {"x_train": x, "y_train": labels[of], "x_test": tests}


def _some(rng: Generator, size: int) -> Arguments:
    return _quarters(rng, 3 * size + 6, 2 * size + 6, 2)


def _other_k(rng: Generator, size: int) -> Arguments:
    return _quarters(rng, 3 * size + 8, 2 * size + 4, 2) | {"k": int(rng.choice([1, 5, 7]))}


def _four_features(rng: Generator, size: int) -> Arguments:
    return _quarters(rng, 3 * size + 4, 2 * size + 4, 4)


def _one_test(rng: Generator, size: int) -> Arguments:
    return _quarters(rng, 2 * size + 4, 1, 2)


def _single_precision(rng: Generator, size: int) -> Arguments:
    return drawing.narrow(_some(rng, size))


def _bytes(rng: Generator, size: int) -> Arguments:
    """Differences below 0 and squares wrap around in uint8."""
    found = _quarters(rng, 3 * size + 6, 2 * size + 6, 2)
    for name in ("x_train", "x_test"):
        found[name] = np.clip(np.rint(9 * found[name]) + 128, 0, 255).astype(np.uint8)
    return found


def _all_neighbours(rng: Generator, size: int) -> Arguments:
    """With k = n every test gets the most frequent label."""
    found = _quarters(rng, 2 * size + 5, size + 1, 2)
    return found | {"k": len(found["x_train"])}


def _no_tests(rng: Generator, size: int) -> Arguments:
    return _quarters(rng, size + 4, 0, 2)


def _equal_votes(rng: Generator, size: int) -> Arguments:
    """Two votes each: the nearest neighbour does not decide, the smaller label does."""
    groups = size + 1
    small, large = np.sort(rng.choice(np.arange(-5, 9), 2, replace=False))
    votes = [[large, large, small, small], [large, small, large, small]]
    far = 100.0 * np.arange(groups)
    return {
        "x_train": np.add.outer(far, [0.25, 1.0, 2.0, 3.0]).reshape(-1, 1),
        "y_train": np.array(votes)[rng.integers(0, 2, groups)].ravel(),
        "x_test": rng.permutation(far)[:, None],
        "k": 4,
    }


def _three_labels(rng: Generator, size: int) -> Arguments:
    return _quarters(rng, 6 * size + 9, 4 * size + 9, 2, 3)


def _equal_distances(rng: Generator, size: int) -> Arguments:
    """Samples all around at one distance: the first k vote."""
    n = 2 * size + 4
    x = rng.permutation(np.array([[2.0, 0.0], [-2.0, 0.0], [0.0, 2.0], [0.0, -2.0]] * n)[:n])
    return {"x_train": x, "y_train": rng.permutation(np.arange(n) % 3), "x_test": np.zeros((1, 2))}


def _far_from_zero(rng: Generator, size: int) -> Arguments:
    found = _some(rng, size)
    return found | {name: found[name] + 2.0**30 for name in ("x_train", "x_test")}


def _many(rng: Generator, size: int) -> Arguments:
    return _quarters(rng, 100 * size, 12 * size, 3, 5) | {"k": 5}


def _exact(arguments: Arguments) -> bool:
    both = np.concatenate([arguments["x_train"], arguments["x_test"]]).astype(np.float64)
    return bool(np.all(4 * both == np.rint(4 * both)))


def _nearest_only(x_train: Any, y_train: Any, x_test: Any, k: int = 3) -> Integers:  # noqa: ARG001
    return knn_predict(x_train, y_train, x_test, 1)


def _default_k(x_train: Any, y_train: Any, x_test: Any, k: int = 3) -> Integers:  # noqa: ARG001
    return knn_predict(x_train, y_train, x_test)


def _largest_of_equals(x_train: Any, y_train: Any, x_test: Any, k: int = 3) -> Integers:
    return np.asarray(-knn_predict(x_train, -np.asarray(y_train), x_test, k))


def _later_first(x_train: Any, y_train: Any, x_test: Any, k: int = 3) -> Integers:
    return knn_predict(x_train[::-1], y_train[::-1], x_test, k)


def _mean_label(x_train: Any, y_train: Any, x_test: Any, k: int = 3) -> Integers:
    wide = ((x_test[:, None].astype(float) - x_train.astype(float)) ** 2).sum(axis=2)
    nearest = np.argsort(wide, axis=1, kind="stable")[:, :k]
    return np.asarray(np.rint(y_train[nearest].mean(axis=1)), dtype=np.int64)


def _nearest_of_equals(x_train: Any, y_train: Any, x_test: Any, k: int = 3) -> Integers:
    wide = ((x_test[:, None].astype(float) - x_train.astype(float)) ** 2).sum(axis=2)
    labels = y_train[np.argsort(wide, axis=1, kind="stable")[:, :k]]
    votes = (labels[:, :, None] == labels[:, None]).sum(axis=2)
    return np.asarray(labels[np.arange(len(labels)), votes.argmax(axis=1)])


HIDDEN = Hidden(
    Exercise(
        name="knn_predict",
        summary="Classify samples by a vote of their k nearest neighbours.",
        parameters=(
            Parameter("x_train", "(n, d) array of training samples"),
            Parameter("y_train", "(n,) array of their labels, integers of any value"),
            Parameter("x_test", "(m, d) array of samples to classify, m may be 0"),
            Parameter("k", "how many neighbours vote, 1 <= k <= n", "3"),
        ),
        returns="(m,) array of labels, integers",
        kind=Returns.INTEGER,
        conventions=(
            "The distance is Euclidean; every neighbour has one vote, however far it is.",
            "Of equally far training samples the lower index is the nearer.",
            "Of labels with equally many votes the smallest wins.",
            "Labels may be negative, and need not be 0 to K - 1.",
            "Coordinates are multiples of 1/4, perhaps as large as 2**30.",
            "So their differences are exact in float64, and equal distances are equal.",
            "They may be integers of any type; the inputs come back unchanged.",
        ),
        example=(
            (
                "knn_predict(np.array([[0], [4], [5]]), np.array([7, 2, 2]), np.array([[1]]))",
                "array([2])",
            ),
        ),
    ),
    knn_predict,
    (
        Family(
            Category.BASIC,
            "three neighbours",
            drawing.telling(_some, knn_predict, _nearest_only, _mean_label),
            4,
        ),
        Family(Category.BASIC, "other numbers of neighbours", _other_k, 4),
        Family(Category.SHAPE, "four features", _four_features),
        Family(Category.SHAPE, "one sample to classify", _one_test),
        Family(Category.DTYPE, "float32", _single_precision),
        Family(Category.DTYPE, "uint8", _bytes, 3),
        Family(Category.EDGE, "all are neighbours", _all_neighbours),
        Family(Category.EDGE, "nothing to classify", _no_tests, 1),
        Family(Category.STABILITY, "far from 0", _far_from_zero, 3),
        Family(Category.ALIASING, "the inputs stay as they were", _some),
        Family(Category.TIES, "equally many votes", _equal_votes),
        Family(
            Category.TIES,
            "three labels",
            drawing.telling(_three_labels, knn_predict, _nearest_of_equals),
        ),
        Family(
            Category.TIES,
            "equal distances",
            drawing.telling(_equal_distances, knn_predict, _later_first),
            3,
        ),
        Family(Category.LARGE, "hundreds of samples", _many, 1),
    ),
    (
        Suspect("the nearest neighbour alone decides", _nearest_only),
        Suspect("the argument `k` is ignored", _default_k),
        Suspect("of equal votes the largest label wins; it is the smallest", _largest_of_equals),
        Suspect(
            "of equal votes the nearest one's label wins, not the smallest", _nearest_of_equals
        ),
        Suspect("of equal distances the higher index comes first", _later_first),
        Suspect("labels are averaged; they have no order, so they vote", _mean_label),
    ),
    fair=_exact,
)
