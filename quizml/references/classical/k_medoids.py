"""k-medoids clustering by alternating rounds."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from quizml.model.exercises import Category, Exercise, Parameter, Part, Returns
from quizml.references.classical import _draw as drawing
from quizml.references.hidden import Arguments, Family, Hidden, Suspect

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.random import Generator
    from numpy.typing import ArrayLike, NDArray

    Floats = NDArray[np.float64]
    Integers = NDArray[np.intp]
    Found = tuple[Integers, Integers]


def manhattan(x: Floats) -> Floats:
    """(n, n) Manhattan distances of the samples (n, d) to each other.

    >>> manhattan(np.array([[0.0, 0.0], [3.0, -4.0]])).tolist()
    [[0.0, 7.0], [7.0, 0.0]]
    """
    return np.asarray(np.abs(x[:, None] - x[None]).sum(axis=2))


def k_medoids(x: ArrayLike, medoids: ArrayLike, max_iter: int = 100) -> Found:
    """The indices of the samples that stand for their clusters, and each sample's cluster.

    x (n, d) holds a sample a row, medoids (k,) the indices to start from. In a round each sample
    joins the nearest medoid by Manhattan distance, then the medoid of each cluster becomes that
    member whose distances to the members add up to least. Of equals the lower index wins: of
    clusters, and of members. A medoid that none joined stays. It ends when no medoid changes or
    after `max_iter` rounds; the labels belong to the medoids returned. Only distances are needed,
    no means. Source: Park & Jun 2009, doi:10.1016/j.eswa.2008.01.039 (their update; PAM of
    Kaufman and Rousseeuw tries swaps instead).

    >>> medoids, labels = k_medoids([[0.0], [1.0], [2.0], [8.0], [9.0], [13.0]], [0, 1])
    >>> medoids.tolist(), labels.tolist()
    ([1, 4], [0, 0, 0, 1, 1, 1])
    """
    distances = manhattan(np.asarray(x, dtype=np.float64))
    centers = np.array(medoids, dtype=np.intp)
    for _ in range(max_iter):
        before, labels = centers.copy(), distances[:, centers].argmin(axis=1)
        for j in np.unique(labels):
            members = np.flatnonzero(labels == j)
            totals = distances[np.ix_(members, members)].sum(axis=1)
            centers[j] = members[totals.argmin()]
        if np.array_equal(before, centers):
            break
    return centers, distances[:, centers].argmin(axis=1)


def _start(rng: Generator, n: int, d: int, k: int) -> Arguments:
    """Quarters, so that all sums are exact and only true ties are ties."""
    x = np.rint(4 * drawing.groups(rng, n, d, k)) / 4
    return {"x": x, "medoids": rng.choice(n, k, replace=False)}


def _some(rng: Generator, size: int) -> Arguments:
    return _start(rng, 4 * size + 8, 2, 3)


def _limited(rng: Generator, size: int) -> Arguments:
    return _start(rng, 5 * size + 12, 2, 3) | {"max_iter": int(rng.integers(1, 3))}


def _one_cluster(rng: Generator, size: int) -> Arguments:
    return _start(rng, 2 * size + 4, 3, 1)


def _three_features(rng: Generator, size: int) -> Arguments:
    return _start(rng, 4 * size + 4, 3, 2)


def _single_precision(rng: Generator, size: int) -> Arguments:
    return drawing.narrow(_some(rng, size))


def _integers(rng: Generator, size: int) -> Arguments:
    """Differences below 0 wrap around in uint8."""
    found = _some(rng, size)
    return found | {"x": np.clip(np.rint(6 * found["x"]) + 128, 0, 255).astype(np.uint8)}


def _outlier(rng: Generator, size: int) -> Arguments:
    """Far away, it would drag a mean along, and does not drag a medoid."""
    found = _start(rng, 3 * size + 6, 2, 1)
    found["x"][int(rng.integers(0, len(found["x"])))] += 900
    return found


def _all_medoids(rng: Generator, size: int) -> Arguments:
    x = rng.permutation(np.arange(4.0 * size + 8)).reshape(-1, 2)
    return {"x": x, "medoids": rng.permutation(len(x))}


def _alike(rng: Generator, size: int) -> Arguments:
    """Two first medoids at one place: the lower cluster takes all, the other medoid stays."""
    found = _some(rng, size)
    found["x"][found["medoids"][2]] = found["x"][found["medoids"][0]]
    return found


def _grid(rng: Generator, size: int) -> Arguments:
    """Samples of few values, with equal distances everywhere."""
    x = rng.integers(0, 4, (4 * size + 5, 2)).astype(np.float64)
    return {"x": x, "medoids": rng.choice(len(x), 3, replace=False)}


def _many(rng: Generator, size: int) -> Arguments:
    return _start(rng, 40 * size, 2, 4)


def _exact(arguments: Arguments) -> bool:
    quarters = 4 * np.asarray(arguments["x"], dtype=np.float64)
    return bool(np.all(quarters == np.rint(quarters)))


def _by(
    measure: Callable[[Floats], Floats], later: int = 1, stale: bool = False
) -> Callable[..., Found]:
    """The same with other distances; of equal members the later (-1); or with the old labels."""

    def found(x: NDArray[Any], medoids: NDArray[Any], max_iter: int = 100) -> Found:
        distances = measure(x.astype(np.float64))
        centers = np.array(medoids)
        for _ in range(max_iter):
            before, labels = centers.copy(), distances[:, centers].argmin(axis=1)
            for j in np.unique(labels):
                members = np.flatnonzero(labels == j)[::later]
                centers[j] = members[distances[np.ix_(members, members)].sum(axis=1).argmin()]
            if np.array_equal(before, centers):
                break
        return centers, labels if stale else distances[:, centers].argmin(axis=1)

    return found


def _over_all(x: NDArray[Any], medoids: NDArray[Any], max_iter: int = 100) -> Found:
    """The totals run over all samples, not over those of the cluster."""
    distances = manhattan(x.astype(np.float64))
    centers = np.array(medoids)
    for _ in range(max_iter):
        labels = distances[:, centers].argmin(axis=1)
        for j in np.unique(labels):
            members = np.flatnonzero(labels == j)
            centers[j] = members[distances[members].sum(axis=1).argmin()]
    return centers, distances[:, centers].argmin(axis=1)


def _once(x: Any, medoids: Any, max_iter: int = 100) -> Found:  # noqa: ARG001
    return k_medoids(x, medoids, 1)


def _no_limit(x: Any, medoids: Any, max_iter: int = 100) -> Found:  # noqa: ARG001
    return k_medoids(x, medoids)


_SQUARED = _by(lambda x: np.asarray(((x[:, None] - x[None]) ** 2).sum(axis=2)))
_LATER = _by(manhattan, -1)
_OLD_LABELS = _by(manhattan, stale=True)


HIDDEN = Hidden(
    Exercise(
        name="k_medoids",
        summary="k-medoids from given first medoids, with Manhattan distances.",
        parameters=(
            Parameter("x", "(n, d) array of n samples, a row each"),
            Parameter("medoids", "(k,) array of k different indices of samples, to start from"),
            Parameter("max_iter", "at most so many rounds, at least 1", "100"),
        ),
        returns="the indices (k,) of the medoids, in the order of the clusters, and labels (n,)",
        parts=(Part("medoids", Returns.INTEGER), Part("labels", Returns.INTEGER)),
        conventions=(
            "A round: each sample joins the nearest medoid, then each cluster chooses its medoid.",
            "That is the member with the least sum of distances to the members of its cluster.",
            "The distance of two samples is the sum of |difference| over the features.",
            "Of equally near medoids the lower cluster wins, of equal members the lower index.",
            "A medoid that no sample joined stays.",
            "It ends when no medoid changes, or after max_iter rounds.",
            "The labels (cluster 0 to k - 1) belong to the medoids returned.",
            "x may hold integers of any type; the inputs come back unchanged.",
        ),
        example=(
            (
                "k_medoids(np.array([[0], [1], [2], [8], [9], [13]]), np.array([0, 1]))",
                "(array([1, 4]), array([0, 0, 0, 1, 1, 1]))",
            ),
        ),
    ),
    k_medoids,
    (
        Family(
            Category.BASIC,
            "several rounds",
            drawing.telling(_some, k_medoids, _once, _over_all, _SQUARED),
            3,
        ),
        Family(
            Category.BASIC,
            "an early end",
            drawing.telling(_limited, k_medoids, _no_limit, _OLD_LABELS),
            3,
        ),
        Family(Category.SHAPE, "one cluster", _one_cluster),
        Family(Category.SHAPE, "three features", _three_features),
        Family(Category.DTYPE, "float32", _single_precision),
        Family(Category.DTYPE, "uint8", _integers, 3),
        Family(Category.EDGE, "an outlier", _outlier),
        Family(Category.EDGE, "every sample a medoid", _all_medoids, 1),
        Family(Category.EDGE, "two medoids at one place", _alike),
        Family(Category.ALIASING, "the inputs stay as they were", _some),
        Family(Category.TIES, "equal distances", drawing.telling(_grid, k_medoids, _LATER), 3),
        Family(Category.LARGE, "hundreds of samples", _many, 1),
    ),
    (
        Suspect("it ends after one round", _once),
        Suspect("the argument `max_iter` is ignored", _no_limit),
        Suspect("distances are added over all samples, not over the cluster's", _over_all),
        Suspect("squared Euclidean distances instead of Manhattan ones", _SQUARED),
        Suspect("of equal members the higher index becomes the medoid", _LATER),
        Suspect("the labels belong to the medoids before the last change", _OLD_LABELS),
    ),
    fair=_exact,
)
