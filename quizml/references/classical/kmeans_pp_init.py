"""k-means++: first centres that lie apart."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from quizml.model.exercises import Category, Exercise, Parameter
from quizml.references.classical import _draw as drawing
from quizml.references.hidden import Arguments, Family, Hidden, Suspect

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.random import Generator
    from numpy.typing import ArrayLike, NDArray

    Floats = NDArray[np.float64]


def kmeans_pp_init(x: ArrayLike, k: int, rng: Generator) -> Floats:
    r"""The k first centres (k, d), each a sample, in the order in which they were drawn.

    The first is any sample of x (n, d), all equally likely: `rng.integers(n)`. Each further one
    is sample i with the probability $D_i^2 / \sum_j D_j^2$, where D_i is its Euclidean distance
    to the nearest of the centres drawn so far: `rng.choice(n, p=shares)`. Where every sample
    coincides with a centre, all are equally likely again: `rng.integers(n)`. O(n k d).
    Source: Arthur & Vassilvitskii 2007, k-means++: The Advantages of Careful Seeding.

    >>> kmeans_pp_init([[0.0], [0.0], [9.0]], 2, np.random.default_rng(1)).tolist()
    [[0.0], [9.0]]
    """
    samples = np.asarray(x, dtype=np.float64)
    n = len(samples)
    chosen = [int(rng.integers(n))]
    nearest = np.full(n, np.inf)
    while len(chosen) < k:
        to_last = ((samples - samples[chosen[-1]]) ** 2).sum(axis=1)
        nearest = np.minimum(nearest, to_last)
        total = nearest.sum()
        next_one = rng.choice(n, p=nearest / total) if total > 0 else rng.integers(n)
        chosen.append(int(next_one))
    return samples[chosen]


def _with_rng(rng: Generator, x: NDArray[np.generic], k: int) -> Arguments:
    return {"x": x, "k": k, "rng": np.random.default_rng(int(rng.integers(2**32)))}


def _some(rng: Generator, size: int) -> Arguments:
    return _with_rng(rng, drawing.groups(rng, 4 * size + 6, 2, 3), int(rng.integers(4, 7)))


def _three_features(rng: Generator, size: int) -> Arguments:
    return _with_rng(rng, drawing.groups(rng, 4 * size + 4, 3, 3), 4)


def _one_feature(rng: Generator, size: int) -> Arguments:
    return _with_rng(rng, drawing.groups(rng, 3 * size + 4, 1, 2), 3)


def _single_precision(rng: Generator, size: int) -> Arguments:
    return drawing.narrow(_some(rng, size))


def _integers(rng: Generator, size: int) -> Arguments:
    """Whose squared differences do not fit in eight bits."""
    return _with_rng(rng, rng.integers(-60, 60, (4 * size + 6, 2)).astype(np.int8), 4)


def _one_center(rng: Generator, size: int) -> Arguments:
    return _with_rng(rng, drawing.groups(rng, size + 3, 2, 1), 1)


def _all_samples(rng: Generator, size: int) -> Arguments:
    """A sample that was drawn has the share 0, so none comes twice."""
    return _with_rng(rng, drawing.groups(rng, size + 3, 2, 2), size + 3)


def _all_alike(rng: Generator, size: int) -> Arguments:
    """More centres than there are different samples."""
    places = rng.integers(-9, 10, (2, 2)).astype(np.float64)
    places[1] += 20
    return _with_rng(rng, places[rng.permutation(np.arange(size + 4) % 2)], 4)


def _many(rng: Generator, size: int) -> Arguments:
    return _with_rng(rng, drawing.groups(rng, 250 * size, 3, 8), 8)


def _with_weights(weigh: Callable[[Floats], Floats]) -> Callable[..., Floats]:
    """The same, but with weights made from the distances (n, drawn so far) squared."""

    def drawn(x: NDArray[np.generic], k: int, rng: Generator) -> Floats:
        samples = x.astype(np.float64)
        n = len(samples)
        chosen = [int(rng.integers(n))]
        while len(chosen) < k:
            squared = ((samples[:, None] - samples[chosen]) ** 2).sum(axis=2)
            weights = weigh(squared)
            total = weights.sum()
            drawn = rng.choice(n, p=weights / total) if total > 0 else rng.integers(n)
            chosen.append(int(drawn))
        return samples[chosen]

    return drawn


def _farthest(x: NDArray[np.generic], k: int, rng: Generator) -> Floats:
    samples = x.astype(np.float64)
    chosen = [int(rng.integers(len(samples)))]
    while len(chosen) < k:
        squared = ((samples[:, None] - samples[chosen]) ** 2).sum(axis=2)
        chosen.append(int(squared.min(axis=1).argmax()))
    return samples[chosen]


_UNSQUARED = _with_weights(lambda squared: np.sqrt(squared.min(axis=1)))
_LAST = _with_weights(lambda squared: squared[:, -1])
_SUMMED = _with_weights(lambda squared: squared.sum(axis=1))
_UNIFORM = _with_weights(lambda squared: np.ones(len(squared)))


HIDDEN = Hidden(
    Exercise(
        name="kmeans_pp_init",
        summary="k-means++: draw the first centres so that they lie apart.",
        parameters=(
            Parameter("x", "(n, d) array of n samples, a row each"),
            Parameter("k", "how many centres, 1 <= k <= n"),
            Parameter("rng", "a numpy.random.Generator, the only source of chance"),
        ),
        returns="(k, d) array of floats: the centres in the order in which they were drawn",
        conventions=(
            "Draw the first centre with one call rng.integers(n).",
            "Draw each further one with one call rng.choice(n, p=shares), shares (n,).",
            "A share is D^2 / (sum of all D^2), D the distance to the nearest centre so far.",
            "If all D are 0, call rng.integers(n) instead. Draw nothing else.",
            "x may hold integers of any type, and comes back unchanged.",
        ),
        example=(
            (
                "kmeans_pp_init(np.array([[0.0], [0.0], [9.0]]), 2, np.random.default_rng(1))",
                "array([[0.],\n       [9.]])",
            ),
        ),
    ),
    kmeans_pp_init,
    (
        Family(
            Category.BASIC,
            "groups of samples",
            drawing.telling(_some, kmeans_pp_init, _UNSQUARED, _LAST, _SUMMED, _farthest, _UNIFORM),
            5,
        ),
        Family(Category.BASIC, "other groups", _some, 3),
        Family(Category.SHAPE, "three features", _three_features),
        Family(Category.SHAPE, "one feature", _one_feature),
        Family(Category.DTYPE, "float32", _single_precision),
        Family(Category.DTYPE, "int8", _integers, 3),
        Family(Category.EDGE, "one centre", _one_center),
        Family(Category.EDGE, "as many centres as samples", _all_samples),
        Family(Category.EDGE, "fewer different samples than centres", _all_alike),
        Family(Category.ALIASING, "the input stays as it was", _some),
        Family(Category.LARGE, "a thousand samples", _many, 1),
    ),
    (
        Suspect("the shares follow D, not D squared", _UNSQUARED),
        Suspect("D is the distance to the last centre, not to the nearest", _LAST),
        Suspect("the squared distances to all centres are added up", _SUMMED),
        Suspect("the farthest sample is taken; it has to be drawn", _farthest),
        Suspect("all samples are equally likely for every centre", _UNIFORM),
    ),
)
