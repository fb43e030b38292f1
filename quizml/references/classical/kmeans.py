"""k-means clustering by Lloyd's rounds."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from quizml.model.exercises import Category, Exercise, Parameter, Part, Returns
from quizml.references.classical import _draw as drawing
from quizml.references.hidden import Arguments, Family, Hidden, Suspect

if TYPE_CHECKING:
    from numpy.random import Generator
    from numpy.typing import ArrayLike, NDArray

    Floats = NDArray[np.float64]
    Integers = NDArray[np.intp]
    Found = tuple[Floats, Integers]


def squared_distances(x: Floats, centers: Floats) -> Floats:
    """(n, k) of each sample (n, d) to each centre (k, d), from differences.

    >>> squared_distances(np.array([[0.0, 0.0]]), np.array([[3.0, 4.0]])).tolist()
    [[25.0]]
    """
    return np.asarray(((x[:, None] - centers[None]) ** 2).sum(axis=2))


def kmeans(x: ArrayLike, centers: ArrayLike, max_iter: int = 100) -> Found:
    """The centres after Lloyd's rounds, and for each sample the index of the nearest of them.

    x (n, d) holds a sample a row, centers (k, d) the centres to start from. In a round each
    sample joins the nearest centre (Euclidean; of equally near ones the lower index), then each
    centre moves to the mean of those that joined it; a centre that none joined stays. It ends
    when nothing moves or after `max_iter` rounds. The labels belong to the centres returned.
    Neither half of a round raises the sum of squared distances, and there are finitely many
    assignments, so it ends by itself. Source: Lloyd 1982, doi:10.1109/TIT.1982.1056489.

    >>> centers, labels = kmeans([[0.0], [1.0], [5.0], [6.0]], [[0.0], [1.0]])
    >>> centers.ravel().tolist(), labels.tolist()
    ([0.5, 5.5], [0, 0, 1, 1])
    """
    samples, places = np.asarray(x, dtype=np.float64), np.array(centers, dtype=np.float64)
    labels = squared_distances(samples, places).argmin(axis=1)
    for _ in range(max_iter):
        for j in np.unique(labels):
            places[j] = samples[labels == j].mean(axis=0)
        before, labels = labels, squared_distances(samples, places).argmin(axis=1)
        if np.array_equal(before, labels):
            break
    return places, labels


def _start(rng: Generator, n: int, d: int, k: int) -> Arguments:
    """Groups of samples, and some of them as the first centres; none is ever left alone."""
    while True:
        x = drawing.groups(rng, n, d, k)
        found = {"x": x, "centers": x[rng.choice(n, k, replace=False)]}
        if not _deserted(**found):
            return found


def _deserted(x: Any, centers: Any) -> bool:
    """Whether in some round no sample joins a centre: a case of its own."""
    for rounds in range(12):
        places, labels = kmeans(x, centers, rounds)
        if len(np.unique(labels)) < len(places):
            return True
    return False


def _some(rng: Generator, size: int) -> Arguments:
    return _start(rng, 4 * size + 6, 2, 3)


def _two_groups(rng: Generator, size: int) -> Arguments:
    return _start(rng, 3 * size + 5, 2, 2)


def _limited(rng: Generator, size: int) -> Arguments:
    return _start(rng, 5 * size + 12, 2, 3) | {"max_iter": int(rng.integers(1, 3))}


def _one_center(rng: Generator, size: int) -> Arguments:
    return _start(rng, size + 3, 3, 1)


def _three_features(rng: Generator, size: int) -> Arguments:
    return _start(rng, 4 * size + 4, 3, 3)


def _single_precision(rng: Generator, size: int) -> Arguments:
    return drawing.narrow(_some(rng, size))


def _integers(rng: Generator, size: int) -> Arguments:
    """Of which the means are not whole."""
    while True:
        drawn = _two_groups(rng, size)
        found = {name: np.rint(3 * value).astype(np.int64) for name, value in drawn.items()}
        if not _deserted(**found):
            return found


def _unwanted(rng: Generator, size: int) -> Arguments:
    found = _some(rng, size)
    far = rng.uniform(500, 900, (1, 2)) * rng.choice([-1, 1])
    return found | {"centers": np.insert(found["centers"], int(rng.integers(0, 4)), far, axis=0)}


def _all_centers(rng: Generator, size: int) -> Arguments:
    return _start(rng, size + 2, 2, size + 2)


def _far_from_zero(rng: Generator, size: int) -> Arguments:
    """Squares of the coordinates have no digits left for the differences."""
    found = _start(rng, 4 * size + 12, 2, 3)
    return {name: value + 1e9 for name, value in found.items()}


def _equal_centers(rng: Generator, size: int) -> Arguments:
    found = _some(rng, size)
    found["centers"][2] = found["centers"][int(rng.integers(0, 2))]
    return found


def _many(rng: Generator, size: int) -> Arguments:
    return _start(rng, 75 * size, 3, 5)


def _no_close_call(arguments: Arguments) -> bool:
    """Whether in each round the nearest centre is nearest by far, or there are two just alike."""
    single = arguments["x"].dtype == np.float32
    x, places = (np.asarray(arguments[name], dtype=np.float64) for name in ("x", "centers"))
    for _ in range(60):
        distances = squared_distances(x, np.unique(places, axis=0))
        if distances.shape[1] > 1:
            least = np.partition(distances, 1, axis=1)
            gaps = least[:, 1] - least[:, 0]
            if np.any(gaps <= (1e-3 if single else 1e-5) * (1 + least[:, 1])):
                return False
        moved = kmeans(x, places, 1)[0]
        if np.array_equal(moved, places):
            return True
        places = moved
    return False


def _once(x: Any, centers: Any, max_iter: int = 100) -> Found:  # noqa: ARG001
    return kmeans(x, centers, 1)


def _no_limit(x: Any, centers: Any, max_iter: int = 100) -> Found:  # noqa: ARG001
    return kmeans(x, centers)


def _old_labels(x: Any, centers: Any, max_iter: int = 100) -> Found:
    found = kmeans(x, centers, max_iter)[0]
    return found, kmeans(x, centers, max_iter - 1)[1]


def _lost_to_origin(x: Any, centers: Any, max_iter: int = 100) -> Found:
    found, labels = kmeans(x, centers, max_iter)
    none = np.bincount(labels, minlength=len(found)) == 0
    return np.where(none[:, None], 0.0, found), labels


def _whole_means(x: Any, centers: Any, max_iter: int = 100) -> Found:
    found, labels = kmeans(x, centers, max_iter)
    return np.trunc(found), labels


HIDDEN = Hidden(
    Exercise(
        name="kmeans",
        summary="k-means from given first centres, by Lloyd's rounds.",
        parameters=(
            Parameter("x", "(n, d) array of n samples, a row each"),
            Parameter("centers", "(k, d) array of the first centres, 1 <= k <= n + 1"),
            Parameter("max_iter", "at most so many rounds, at least 1", "100"),
        ),
        returns="the centres (k, d), floats, and the labels (n,), indices of the nearest centre",
        parts=(Part("centers"), Part("labels", Returns.INTEGER)),
        conventions=(
            "A round: each sample joins the nearest centre, then each centre moves to their mean.",
            "The distance is Euclidean; of equally near centres the lower index wins.",
            "A centre that no sample joined stays where it is.",
            "It ends when nothing changes, or after max_iter rounds.",
            "The labels belong to the centres returned, not to those of the round before.",
            "Coordinates may be far larger than their differences, which then must not be lost.",
            "x and centers may hold integers, and come back unchanged.",
        ),
        example=(
            (
                "kmeans(np.array([[0.0], [1.0], [5.0], [6.0]]), np.array([[0.0], [1.0]]))",
                "(array([[0.5],\n       [5.5]]), array([0, 0, 1, 1]))",
            ),
        ),
    ),
    kmeans,
    (
        Family(Category.BASIC, "two groups", _two_groups, 2),
        Family(Category.BASIC, "several rounds", drawing.telling(_some, kmeans, _once), 3),
        Family(
            Category.BASIC,
            "an early end",
            drawing.telling(_limited, kmeans, _old_labels, _no_limit),
            3,
        ),
        Family(Category.SHAPE, "one centre", _one_center),
        Family(Category.SHAPE, "three features", _three_features),
        Family(Category.DTYPE, "float32", _single_precision),
        Family(Category.DTYPE, "integers", drawing.telling(_integers, kmeans, _whole_means)),
        Family(Category.EDGE, "a centre that no sample joins", _unwanted),
        Family(Category.EDGE, "as many centres as samples", _all_centers, 1),
        Family(Category.STABILITY, "far from 0", _far_from_zero, 3),
        Family(Category.ALIASING, "the inputs stay as they were", _some),
        Family(Category.TIES, "two equal centres", _equal_centers),
        Family(Category.LARGE, "hundreds of samples", _many, 1),
    ),
    (
        Suspect("it ends after one round", _once),
        Suspect("the argument `max_iter` is ignored", _no_limit),
        Suspect("the labels belong to the centres before the last move", _old_labels),
        Suspect("a centre that no sample joined goes to the origin; it stays", _lost_to_origin),
        Suspect("the means of integers are cut off to integers", _whole_means),
    ),
    fair=_no_close_call,
)
