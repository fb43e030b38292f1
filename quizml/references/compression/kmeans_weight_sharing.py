"""Weight sharing: a codebook found by k-means, and an index for each weight."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from quizml.model.exercises import Category, Exercise, Parameter, Part, Returns
from quizml.references.hidden import Arguments, Family, Hidden, Suspect
from quizml.references.optimizers._draw import narrow

if TYPE_CHECKING:
    from numpy.random import Generator
    from numpy.typing import ArrayLike, NDArray

    Floats = NDArray[np.float64]
    Two = tuple[Floats, NDArray[np.intp]]


def kmeans_weight_sharing(w: ArrayLike, k: int, num_iters: int = 10) -> Two:
    r"""The codebook of k centroids (k,), and each weight's index in it, of w's shape.

    The centroids start evenly spaced from min(w) to max(w), both included (k = 1: at min(w)).
    Each iteration gives every weight to its nearest centroid, of equally near ones to that with
    the lower index, and moves every centroid to the mean of its weights; one without weights
    stays. The indices are found once more at the end, for the codebook that is returned. The
    layer is then `codebook[indices]`, at $\log_2 k$ bits a weight.
    Source: Han et al. 2016, Deep Compression, arXiv:1510.00149, section 3.

    >>> codebook, indices = kmeans_weight_sharing([0.0, 1.0, 9.0, 10.0], 2)
    >>> codebook.tolist(), indices.tolist()
    ([0.5, 9.5], [0, 0, 1, 1])
    """
    w = np.asarray(w, dtype=np.float64)
    flat = w.ravel()
    codebook = np.linspace(flat.min(), flat.max(), k)
    for _ in range(num_iters):
        nearest = np.abs(flat[:, None] - codebook).argmin(axis=1)
        counts = np.bincount(nearest, minlength=k)
        sums = np.bincount(nearest, weights=flat, minlength=k)
        codebook = np.where(counts > 0, sums / np.maximum(counts, 1), codebook)
    indices = np.abs(flat[:, None] - codebook).argmin(axis=1)
    return codebook, indices.reshape(w.shape)


def _none_empty(w: NDArray[Any], k: int, iterations: int) -> bool:
    books = (kmeans_weight_sharing(w, k, turn)[1] for turn in range(iterations + 1))
    return all(len(np.unique(indices)) == k for indices in books)


def _draw(
    rng: Generator, shape: tuple[int, ...], k: int = 3, iterations: int = 3, whole: bool = False
) -> Arguments:
    """Every centroid always has weights."""
    for _ in range(500):
        w = rng.integers(-40, 41, shape) if whole else rng.normal(0, 2, shape)
        if _none_empty(w, k, iterations):
            break
    return {"w": w, "k": k, "num_iters": iterations}


def _still_moving(rng: Generator, size: int) -> Arguments:
    """The last move of the centroids still changes an index."""
    for _ in range(500):
        found = _draw(rng, (4 * size + 2,), 3, int(rng.integers(1, 3)))
        before = kmeans_weight_sharing(found["w"], 3, found["num_iters"] - 1)[1]
        if np.any(before != kmeans_weight_sharing(**found)[1]):
            break
    return found


def _default(rng: Generator, size: int) -> Arguments:
    found = _draw(rng, (4 * size + 2,), int(rng.integers(2, 4)), 10)
    del found["num_iters"]
    return found


def _matrix(rng: Generator, size: int) -> Arguments:
    return _draw(rng, (size + 1, 5), int(rng.integers(2, 5)), int(rng.integers(1, 4)))


def _integers(rng: Generator, size: int) -> Arguments:
    return _draw(rng, (size + 1, 5), whole=True)


def _one_weight(rng: Generator, size: int) -> Arguments:
    return {"w": rng.normal(0, 2, (1,) * size), "k": int(rng.integers(1, 4))}


def _one_centroid(rng: Generator, size: int) -> Arguments:
    return _draw(rng, (size + 1, 2), 1, 1)


def _no_iterations(rng: Generator, size: int) -> Arguments:
    return _draw(rng, (2 * size, 3), 4, 0)


def _two_heaps(rng: Generator, size: int) -> Arguments:
    """Far apart, so that the centroids between them own nothing."""
    heaps = rng.uniform(0, 1, (2, size + 2)) + np.array([[-9.0], [9.0]])
    return {"w": rng.permutation(heaps.ravel()), "k": 5, "num_iters": 2}


def _all_equal(rng: Generator, size: int) -> Arguments:
    return {"w": np.full((size, 3), float(rng.integers(1, 9)) / 4), "k": 3, "num_iters": 2}


def _many(rng: Generator, size: int) -> Arguments:
    return _draw(rng, (20 * size, 50), 8, 4)


def _clear(arguments: Arguments) -> bool:
    """Whether no weight ever lies almost midway between two centroids, unless all are equal."""
    w = np.asarray(arguments["w"], dtype=np.float64).ravel()
    if np.ptp(w) == 0:
        return True
    for count in range(arguments.get("num_iters", 10) + 1):
        codebook = np.sort(kmeans_weight_sharing(w, arguments["k"], count)[0])
        middles = (codebook[1:] + codebook[:-1]) / 2
        near = 1e-4 if w.size < 200 else 1e-7
        if np.any(np.abs(w[:, None] - middles) < near * np.ptp(w)):
            return False
    return True


def _stale(w: Any, k: int, num_iters: int = 10) -> Two:
    codebook, _ = kmeans_weight_sharing(w, k, num_iters)
    return codebook, kmeans_weight_sharing(w, k, max(num_iters - 1, 0))[1]


def _start_only(w: Any, k: int, num_iters: int = 10) -> Two:  # noqa: ARG001
    return kmeans_weight_sharing(w, k, 0)


def _quantiles(w: Any, k: int, num_iters: int = 10) -> Two:
    codebook = np.quantile(w, np.linspace(0, 1, k))
    for _ in range(num_iters):
        nearest = np.abs(w.ravel()[:, None] - codebook).argmin(axis=1)
        codebook = np.array(
            [
                w.ravel()[nearest == j].mean() if (nearest == j).any() else c
                for j, c in enumerate(codebook)
            ]
        )
    return codebook, np.abs(w[..., None] - codebook).argmin(axis=-1)


def _zero_if_empty(w: Any, k: int, num_iters: int = 10) -> Two:
    codebook = np.linspace(w.min(), w.max(), k)
    for _ in range(num_iters):
        nearest = np.abs(w.ravel()[:, None] - codebook).argmin(axis=1)
        sums = np.bincount(nearest, weights=w.ravel(), minlength=k)
        codebook = sums / np.maximum(np.bincount(nearest, minlength=k), 1)
    return codebook, np.abs(w[..., None] - codebook).argmin(axis=-1)


HIDDEN = Hidden(
    Exercise(
        name="kmeans_weight_sharing",
        summary="Weight sharing: a codebook by k-means, and the index of every weight.",
        parameters=(
            Parameter("w", "array of any shape, at least one weight"),
            Parameter("k", "the number of centroids, at least 1; may exceed the number of weights"),
            Parameter("num_iters", "how often assignment and update are done, at least 0", "10"),
        ),
        returns="(codebook, indices): floats (k,), and integers of w's shape",
        parts=(Part("codebook"), Part("indices", Returns.INTEGER)),
        conventions=(
            "The centroids start as np.linspace(w.min(), w.max(), k), and keep their order.",
            "An iteration assigns every weight to the nearest centroid, then moves the centroids.",
            "Of equally near centroids the one with the lower index gets the weight.",
            "A centroid moves to the mean of its weights; without any it stays where it is.",
            "After num_iters iterations all weights are assigned once more.",
            "w may hold integers, and comes back unchanged.",
        ),
        example=(
            (
                "kmeans_weight_sharing(np.array([0., 1., 9., 10.]), 2)",
                "(array([0.5, 9.5]), array([0, 0, 1, 1]))",
            ),
        ),
    ),
    kmeans_weight_sharing,
    (
        Family(Category.BASIC, "a few weights", _still_moving, 4),
        Family(Category.BASIC, "ten iterations by default", _default, 3),
        Family(Category.BASIC, "a matrix", _matrix, 4),
        Family(Category.SHAPE, "kernels", lambda rng, size: _draw(rng, (size, 2, 2, 3))),
        Family(Category.DTYPE, "float32", lambda rng, size: narrow(_draw(rng, (size + 1, 5)))),
        Family(Category.DTYPE, "integers", _integers),
        Family(Category.EDGE, "one weight", _one_weight),
        Family(Category.EDGE, "one centroid", _one_centroid),
        Family(Category.EDGE, "no iterations", _no_iterations),
        Family(Category.EDGE, "centroids without weights", _two_heaps),
        Family(Category.EDGE, "all weights equal", _all_equal),
        Family(Category.ALIASING, "w stays as it was", lambda rng, size: _draw(rng, (size + 1, 4))),
        Family(Category.LARGE, "many weights", _many, 1),
    ),
    (
        Suspect("the indices are those before the last move of the centroids", _stale),
        Suspect("the centroids never move from where they start", _start_only),
        Suspect("the centroids start at quantiles instead of evenly spaced", _quantiles),
        Suspect("a centroid without weights falls to 0 instead of staying", _zero_if_empty),
    ),
    fair=_clear,
)
